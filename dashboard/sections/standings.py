"""Where the chosen assistants rank now: the country's charts with data, and the overall chart of the United States."""

import pandas as pd

from dashboard.charts import standings as chart
from dashboard.charts.standings import StandingGroup, StandingRow
from dashboard.charts.theme import Styles, app_styles
from dashboard.domain.types import Row
from dashboard.sections.blocks import Block, Figure, Heading, Text
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import standings as standings_text
from dashboard.text.rank import excluded_ids
from dashboard.warehouse import questions

REFERENCE = "us"  # the country whose overall chart stands beside those of any other
CHART = ["country", "store", "chart", "category"]


def standings(view: View) -> list[Block]:
    """The table of ranks; a sentence where there is no snapshot up to the end of the chosen days."""
    figure = _figure(view)
    if figure:
        return [figure]
    t = view.texts
    text = t("No chart snapshot for this country in this period. Try a later period or another country.")
    heading = t("Latest rankings: {country}", country=t.country(view.filters.country))
    return [Heading(heading, "standings"), Text(text, "info")]


@cached_section
def _figure(view: View) -> Figure | None:
    t, f = view.texts, view.filters
    result = view.query(
        questions.standings, country=f.country, reference=REFERENCE, apps=f.apps, until=f.until
    )
    groups = [rows.to_dict("records") for _, rows in result.rows.groupby(CHART, sort=False)]
    if not groups:
        return None
    styles = app_styles(view)
    return Figure(
        key="standings",
        title=standings_text.title(view, groups[0]),
        figure=chart.table(
            [_group(view, rows, styles) for rows in groups],
            standings_text.column_headings(view),
            t("30 days"),
        ),
        alt=standings_text.alt(view, groups),
        source=" · ".join([standings_text.source_line(view, result.rows), *excluded_ids(view, f.apps)]),
        result=result,
    )


def _group(view: View, rows: list[Row], styles: Styles) -> StandingGroup:
    ranked = [row for row in rows if not pd.isna(row["best"])]
    outside = [row for row in rows if pd.isna(row["best"])]
    return StandingGroup(
        standings_text.heading(view, rows[0]),
        tuple(_row(view, row, styles) for row in ranked),
        tuple(standings_text.outside_remark(view, outside)),
        rows[0]["observed_at"].date(),
    )


def _row(view: View, row: Row, styles: Styles) -> StandingRow:
    return StandingRow(
        styles[row["app"]],
        standings_text.cells(view, row),
        list(row["line_days"]),
        [None if pd.isna(rank) else int(rank) for rank in row["line_ranks"]],
        standings_text.hovers(view, row),
    )
