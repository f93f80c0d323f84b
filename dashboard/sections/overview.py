"""The overview: what this is, the state of the race, how fresh each source is."""

from collections.abc import Iterable, Iterator

import pandas as pd

from dashboard.domain.types import Row
from dashboard.sections import data_status
from dashboard.sections.blocks import (
    Block,
    Columns,
    Details,
    Heading,
    Metric,
    ResultTable,
    Text,
    bullet_list,
)
from dashboard.sections.parts import build_part
from dashboard.sections.view import View
from dashboard.text import data_status as data_status_text
from dashboard.text import first_places, launches, rank
from dashboard.text.escaping import escape_markdown
from dashboard.warehouse import questions


def page(view: View) -> Iterator[Block]:
    """The whole page; a part whose snapshots are missing says so in its place."""
    t = view.texts
    yield Heading("Palmarès", level=1)
    yield Text(
        t(
            "The AI-assistant app market, number by number: how fast an assistant launched, where it stands in the"
            " App Store, how it compares. **Every number says who observed or claimed it, when, and how sure it is.**"
        )
    )
    core = t("Four figures everyone quotes, as they can be held")
    ranks = t("Where they stand in {country}", country=t.country(view.filters.country))
    reports = t("First places, as they were reported")
    yield from build_part(view, _core_figures, core, "milestones", "sources")
    yield from build_part(view, _ranks, ranks, "charts")
    yield from build_part(view, _reports, reports, "charts", "reported_ranks", "sources")
    yield from build_part(view, _freshness, t("How old the data is"), "charts")


def _core_figures(view: View) -> list[Block]:
    t, result = view.texts, view.query(questions.headline_figures)
    cards = tuple(tuple(_card(view, row)) for row in result.rows.to_dict("records"))
    return [
        Heading(t("Four figures everyone quotes, as they can be held"), "core"),
        *([Columns(cards, border=True)] if cards else []),
        ResultTable("core", result, t("Data, CSV and SQL")),
    ]


def _card(view: View, row: Row) -> list[Block]:
    t = view.texts
    number = Metric(view.app_name(row["app"]), launches.short_number(view, row))
    conflict = []
    if isinstance(row["conflict_en"], str):
        title, reading = (escape_markdown(t.localized(row, name)) for name in ("conflict", "reading"))
        conflict.append(Details(t("Sources disagree"), (Text(f"**{title}**  \n{reading}"),)))
    return [number, Text(launches.core_figure_text(view, row)), *conflict]


def _ranks(view: View) -> list[Block]:
    t, f = view.texts, view.filters
    result = view.query(questions.latest_ranks, country=f.country, apps=f.apps, **f.day_params())
    nothing = t("No reading of any chart of this country in these days. Choose another country or more days.")
    charts = (rows for _, rows in result.rows.groupby(["store", "chart", "category"], sort=False))
    sentences = _describe_charts(view, charts)
    return [
        Heading(t("Where they stand in {country}", country=t.country(f.country)), "standing"),
        *([Text(nothing, "info")] if result.rows.empty else []),
        *bullet_list(sentences + (rank.excluded_ids(view, f.apps) if sentences else [])),
        ResultTable("standing", result, t("Data, CSV and SQL")),
    ]


def _describe_charts(view: View, charts: Iterable[pd.DataFrame]) -> list[str]:
    """A sentence for each chart in which an assistant is ranked (columns: see queries/latest_ranks.sql)."""
    return [
        f"**{rank.chart_name(view, rows.iloc[0].to_dict())}** — {rank.reading_summary(view, rows)}"
        for rows in charts
        if rows["rank"].notna().any()
    ]


def _reports(view: View) -> list[Block]:
    t, f = view.texts, view.filters
    result = view.query(questions.first_place_claims, apps=f.apps, **f.chart_day_params())
    chart = f"{t.country(f.country)}, {rank.chart_name(view, f.chart_params())}"
    nobody = t("Nobody is known to have reported a first place in this chart in these days.")
    return [
        Heading(t.label(t("First places, as they were reported"), chart), "reported"),
        *bullet_list(first_places.describe_claims(view, result.rows) or [nobody]),
        ResultTable("reported", result, t("Data, CSV and SQL")),
    ]


def _freshness(view: View) -> list[Block]:
    result = view.query(questions.country_freshness, country=view.filters.country)
    return [
        Heading(data_status_text.newest_snapshot(view, result.rows), "freshness"),
        *data_status.badges(view, result.rows),
        ResultTable("freshness", result, view.texts("Data, CSV and SQL")),
    ]
