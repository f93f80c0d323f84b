"""One assistant against the others on the readings that tell of both, and every pair of them."""

from dataclasses import replace

from dashboard.charts import pair_matrix
from dashboard.charts.theme import app_styles
from dashboard.domain.options import RIVALS
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Choice, Figure, Text
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import head_to_head as head_to_head_text
from dashboard.text.provenance import readings_line
from dashboard.warehouse import questions


def rivals_choice(view: View) -> Choice:
    """Whom the first assistant is compared with."""
    focus = view.filters.apps[0]
    others = {app.id: view.app_name(app.id) for app in view.catalog.selectable_apps() if app.id != focus}
    title = view.texts("{app} is held against", app=view.app_name(focus))
    return Choice("rivals", title, others, "list", RIVALS)


def head_to_head(view: View) -> list[Block]:
    """Days ahead, days behind, gap and lead changes: the chosen pairs in words, all pairs as a matrix."""
    t, figure = view.texts, _build_figure(view)
    if figure is None:
        reason = t(
            "Nobody can be told ahead: no reading of this chart in these days, or one assistant alone."
        )
        return missing_data.suggest_charts(view, "head-to-head", t("Head to head"), reason)
    legend = t(
        "Each cell: days on which the assistant of its row stood higher than that of its column, of the comparable"
        " days. The last snapshot of a day is the day’s. One ranked and the other below the cut-off can be compared;"
        " both below the cut-off cannot."
    )
    return [figure, Text(legend, "caption")]


@cached_section
def _build_figure(view: View) -> Figure | None:
    f = view.filters
    asked = f.chart_day_params()
    apps = tuple(dict.fromkeys((*f.compared_apps(), *f.apps)))
    coverage = view.query(questions.coverage, **asked).rows
    result = view.query(questions.head_to_head, apps=apps, **asked)
    pairs = head_to_head_text.sort_pairs(result.rows, apps)
    if coverage.empty or pairs.empty:
        return None
    cells, reasons = head_to_head_text.cell_texts(view, pairs), head_to_head_text.hover_texts(view, pairs)
    figure = pair_matrix.pair_matrix(pairs, cells, reasons, app_styles(view, *f.rivals))
    shown = (
        head_to_head_text.title(view, pairs),
        figure,
        head_to_head_text.alt(view, pairs),
        readings_line(view, coverage),
    )
    return Figure(
        "head-to-head", *shown, replace(result, rows=pairs), lead=head_to_head_text.lead(view, pairs)
    )
