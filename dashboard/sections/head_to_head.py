"""The first assistant against the others on the snapshots that cover both, and every pair of them."""

from dataclasses import dataclass, replace

import pandas as pd

from dashboard.charts.duels import duels
from dashboard.charts.theme import app_styles
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Details, Figure, Text, TextTable
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import head_to_head as head_to_head_text
from dashboard.text.provenance import readings_line
from dashboard.warehouse import questions


@dataclass(frozen=True)
class HeadToHead:
    """The figure of the first assistant against each other one, and the table of every pair."""

    figure: Figure
    every_pair: pd.DataFrame


def head_to_head(view: View) -> list[Block]:
    """Days ahead, days behind and inconclusive days against each assistant; every pair folded."""
    t, section = view.texts, _build_section(view)
    if section is None:
        reason = t("No comparison: no snapshot of this chart in this period, or a single assistant.")
        return missing_data.suggest_charts(view, "head-to-head", t("Head to head"), reason)
    legend = t(
        "Each cell: days on which the assistant of the row ranked higher, of the comparable days. The last snapshot of"
        " a day counts. One ranked and the other outside the list can be compared; both outside cannot."
    )
    title = t("Every pair")
    table = TextTable(section.every_pair, title)
    return [section.figure, Details(title, (table, Text(legend, "caption")), "every-pair")]


@cached_section
def _build_section(view: View) -> HeadToHead | None:
    f = view.filters
    chart = f.chart_day_params()
    apps = tuple(dict.fromkeys((*f.compared_apps(), *f.apps)))
    coverage = view.query(questions.coverage, **chart).rows
    result = view.query(questions.head_to_head, apps=apps, **chart)
    pairs = head_to_head_text.sort_pairs(result.rows, apps)
    own = pairs[pairs["app"] == apps[0]]
    if coverage.empty or own.empty:
        return None
    labels, reasons = head_to_head_text.row_labels(view, own), head_to_head_text.hover_texts(view, own)
    texts = (
        head_to_head_text.title(view, own),
        duels(own, labels, reasons, app_styles(view, *apps), view.texts),
        head_to_head_text.alt(view, own),
        readings_line(view, coverage),
    )
    figure = Figure("head-to-head", *texts, replace(result, rows=pairs))
    return HeadToHead(figure, head_to_head_text.pair_table(view, pairs))
