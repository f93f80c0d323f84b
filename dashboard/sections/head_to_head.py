"""One assistant against the others on the readings that tell of both, and every pair of them."""

from dataclasses import replace

import streamlit as st

from dashboard.charts import pair_matrix
from dashboard.charts.theme import app_styles
from dashboard.domain.options import RIVALS
from dashboard.sections import missing_data
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import head_to_head as head_to_head_text
from dashboard.text.provenance import readings_line
from dashboard.warehouse import questions
from dashboard.web import render, widgets
from dashboard.web.render import ChartSection


def pick_rivals(view: View) -> None:
    """Choose whom the first assistant is held against."""
    others = [app.id for app in view.catalog.selectable_apps() if app.id != view.filters.apps[0]]
    title = view.texts("{app} is held against", app=view.app_name(view.filters.apps[0]))
    tie = widgets.bind_widget("rivals", view.catalog)
    st.multiselect(title, others, format_func=view.app_name, max_selections=RIVALS, **tie)


def draw(view: View) -> None:
    """Days ahead, days behind, gap and lead changes: the chosen pairs in words, all pairs as a matrix."""
    t = view.texts
    section = _build_section(view)
    if section is None:
        why = t("Nobody can be told ahead: no reading of this chart in these days, or one assistant alone.")
        missing_data.suggest_charts(view, "head-to-head", t("Head to head"), why)
        return
    render.draw(view, section)
    st.caption(
        t(
            "Each cell: days on which the assistant of its row stood higher than that of its column, of the comparable"
            " days. The last snapshot of a day is the day’s. One ranked and the other below the cut-off can be compared;"
            " both below the cut-off cannot."
        )
    )


@cached_section
def _build_section(view: View) -> ChartSection | None:
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
    return ChartSection(
        "head-to-head", *shown, replace(result, rows=pairs), lead=head_to_head_text.lead(view, pairs)
    )
