"""The fact sheet, one page to send: a few assistants, measure by measure, each number with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.sections.blocks import Block, Heading, Text, TextTable
from dashboard.sections.cache import cached_section
from dashboard.sections.parts import build_part
from dashboard.sections.view import View
from dashboard.text import intervals, summary_launch
from dashboard.text import summary as summary_text
from dashboard.text.escaping import escape_markdown
from dashboard.text.rank import excluded_ids
from dashboard.text.summary_data import SummaryData
from dashboard.warehouse import questions

CELLS = {
    "launch": summary_launch.launch,
    "days": summary_text.days,
    "downloads": summary_text.downloads,
    "latest": summary_text.latest,
    "best": summary_text.best,
    "duel": summary_text.days_ahead,
    "users": summary_text.users,
    "spending": summary_text.spending,
    "ratings": summary_text.ratings,
    "price": summary_text.price,
}


@dataclass(frozen=True)
class Sheet:
    """The content of the page: its title, its finding, a table of measures by assistants, and the numbered sources."""

    title: str
    finding: str
    table: pd.DataFrame
    sources: str


def page(view: View) -> Iterator[Block]:
    """The finding, the table, its numbered sources; a part that fails is named in its place."""
    yield from build_part(view, _blocks)


def _blocks(view: View) -> list[Block]:
    t, sheet = view.texts, _sheet(view)
    return [
        Heading(sheet.title, level=1),
        Text(sheet.finding),
        TextTable(sheet.table, sheet.title),
        Text(sheet.sources, "caption"),
        Text(t("The data behind these figures is on the other pages."), "caption"),
    ]


@cached_section
def _sheet(view: View) -> Sheet:
    country = _rated(view)
    known = _load_data(view, country)
    table = _table(known, country)
    sources = [summary_text.sources(known), *excluded_ids(view, view.filters.compared_apps())]
    finding = f"**{intervals.time_title(view, known.times)}**"
    return Sheet(summary_text.title(known), finding, table, summary_text.LINE_BREAK.join(sources))


def _rated(view: View) -> str:
    """The country whose ratings are used: the chosen one, else that with most readings."""
    f, places = view.filters, view.query_untracked(questions.rating_countries).rows
    there = list(places[places["store"] == f.store]["country"])
    return f.country if f.country in there or not there else str(there[0])


def _load_data(view: View, rated: str) -> SummaryData:
    f, apps = view.filters, view.filters.compared_apps()
    race: dict[str, Any] = f.launch_params() | {"apps": apps}
    published, chart = f.published_params(), f.chart_day_params()
    audience = [
        view.query(questions.audience, apps=apps, metric=f.metric, scope=place, **published).rows
        for place in (f.country, "world")
    ]
    duels = view.query(questions.head_to_head, apps=apps, **chart).rows
    return SummaryData(
        view=view,
        zeros=view.query(questions.day_zero_choices, apps=apps, country=f.country).rows,
        times=view.query(questions.time_to_goal, goals=(f.goal,), **race).rows,
        launches=view.query(questions.launches, apps=apps).rows,
        greatest_downloads=view.query(questions.most_downloads, apps=apps, until=f.until).rows,
        coverage=view.query(questions.coverage, **chart).rows,
        summary=view.query(questions.rank_summary, apps=apps, **chart).rows,
        standings=_standings(view),
        pairs=duels[duels["app"] == apps[0]],
        users=(audience[0], audience[1]),
        ratings=view.query(
            questions.rating_history, apps=apps, country=rated, store=f.store, **published
        ).rows,
        features=view.query(questions.features, apps=apps, country=f.country).rows,
        spending=view.query(questions.spending, apps=apps, until=f.until).rows,
    )


def _standings(view: View) -> pd.DataFrame:
    """The newest rank of each app in the chosen chart and its changes; columns: see queries/standings.sql."""
    f = view.filters
    params: dict[str, Any] = {"country": f.country, "reference": f.country, "apps": f.compared_apps()}
    rows = view.query(questions.standings, **params, until=f.until).rows
    chart = pd.Series(f.chart_params())
    return rows[(rows[list(chart.index)] == chart).all(axis="columns")]


def _table(known: SummaryData, rated: str) -> pd.DataFrame:
    """A row a measure, a column an assistant; sources are numbered as they are read."""
    view, apps = known.view, known.view.filters.compared_apps()
    rows: dict[str, list[str]] = {}
    names = summary_text.claim_labels(view) | summary_text.reading_labels(known, rated)
    for measure, tell in CELLS.items():
        archives = summary_text.collection_footnotes(known) if measure == "latest" else ""
        rows[names[measure] + archives] = [tell(known, app) for app in apps]
    columns = [escape_markdown(view.app_name(app)) for app in apps]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
    return table.rename_axis(index=view.texts("Measure"))
