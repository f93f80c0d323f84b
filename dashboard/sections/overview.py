"""The overview: where the assistants rank now, what changed, four much-quoted figures, and a launch as a story."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain.types import Row
from dashboard.sections import data_status, rank
from dashboard.sections.before_after import before_after
from dashboard.sections.blocks import (
    Block,
    Columns,
    Details,
    Figure,
    Heading,
    Metric,
    ResultTable,
    Text,
    flatten,
)
from dashboard.sections.latest_changes import latest_changes
from dashboard.sections.parts import build_part
from dashboard.sections.standings import standings
from dashboard.sections.story import story
from dashboard.sections.view import View
from dashboard.text import launches
from dashboard.text.escaping import escape_markdown
from dashboard.warehouse import questions

STORY_DATASETS = ("charts", "events", "launches", "milestones", "reported_ranks", "sources")


def page(view: View) -> Iterator[Block]:
    """The whole page; a part whose snapshots are missing says so in its place."""
    t = view.texts
    yield Heading("Palmarès", level=1)
    yield Text(
        t(
            "How fast AI assistants took off, where they rank in the app stores, how they compare."
            " **Every figure names its source, its date and its certainty.**"
        )
    )
    yield from build_part(view, data_status.newest_snapshots)
    latest = t("Latest rankings: {country}", country=t.country(view.filters.country))
    ranks = build_part(view, standings, latest, "charts")
    chart = build_part(view, _chart, t("Rank over time"), "charts", "sources")
    yield Columns((tuple(ranks), tuple(chart)))
    changes = t("Latest changes: {country}", country=t.country(view.filters.country))
    yield from build_part(view, latest_changes, changes, "charts")
    launch = build_part(view, story, t("The launch of Le Chat in France"), *STORY_DATASETS)
    core = build_part(view, _core_figures, _core_title(view), "milestones", "sources")
    yield Columns((tuple(core), tuple(launch)))
    yield from build_part(view, before_after, t("Before and after an event"), "charts", "events", "sources")


def _chart(view: View) -> list[Block]:
    """The rank history without its controls, or why there is none."""
    blocks = rank.history(view)
    figures = [block for block in flatten(blocks) if isinstance(block, Figure)]
    return [replace(figure, lead="") for figure in figures[:1]] or blocks


def _core_title(view: View) -> str:
    return view.texts("Four much-quoted figures, and what they really say")


def _core_figures(view: View) -> list[Block]:
    t, result = view.texts, view.query(questions.headline_figures)
    cards = tuple(tuple(_card(view, row)) for row in result.rows.to_dict("records"))
    return [
        Heading(_core_title(view), "core"),
        *(Columns(pair, border=True) for pair in (cards[:2], cards[2:]) if pair),
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
