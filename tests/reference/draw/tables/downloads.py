"""How the cells of tables of launches and downloads are derived."""

from collections.abc import Callable
from typing import Any

from tests.reference import averages, comparing, intervals, launches, statements
from tests.reference.bounds import bounds
from tests.reference.dates import Span, span
from tests.reference.draw import wording
from tests.reference.draw.amounts import AllOf, Partial, Rounded, one_of
from tests.reference.draw.deriving import Cells, Columns
from tests.reference.draw.tables.cells import CLAIMED, PLATFORMS, Cell, high, low, platform, raw
from tests.reference.rounding import most


def choice(row: Cells, heading: str = "Choice of day 0") -> launches.Launch | None:
    words = {"press": "as the press counts", "web": "web", "ios": "iPhone and iPad", "android": "Android"}
    words |= {"country": "this country"}
    said = {form: code for code, text in words.items() for form in wording.said(text, row.lang)}
    code = said[row.cells[heading]]
    if code == "press":
        return launches.first_app(row.data, row.app())
    return launches.chosen(row.data, row.app(), code, row.link.country)


def moves(end: str) -> Cell:
    """By how many days another launch moves the answers: fewest, or most, where a source gives its month."""

    def derive(row: Cells) -> int | None:
        usual, other = launches.first_app(row.data, row.app()), choice(row)
        if usual is None or other is None:
            return None
        if usual.launch_id == other.launch_id:
            return 0
        far = (usual.days.first, other.days.last) if end == "fewest" else (usual.days.last, other.days.first)
        return (far[0] - far[1]).days

    return derive


def interval(of: Callable[[intervals.Interval], Any]) -> Cell:
    def derive(row: Cells) -> Any:
        cell = (row.app(), platform(row), row.place("Where"))
        every = intervals.evidence(row.data, row.link.day0, row.link.country)[cell]
        one = intervals.time_to(every, row.cells["Downloads to reach"])
        return None if one is None else of(one)

    return derive


def ladder(goal: int) -> Cell:
    """The days of one launch to one number, as the small table has them."""

    def derive(row: Cells) -> Any:
        every = intervals.evidence(row.data, row.link.day0, row.link.country)
        one = intervals.time_to(every[row.app(), *_scope(row)], goal)
        return (
            None
            if one is None
            else AllOf((one.after if one.by is None else None, one.by, one.sure, _after(one)))
        )

    return derive


def _after(one: intervals.Interval) -> int | None:
    return None if one.after is None or one.by is None else one.after + 1


def _scope(row: Cells) -> tuple[str, str]:
    """Platform and place of a row that names both in one cell."""
    name, _, place = wording.plain(row.cells["Where"]).partition(", ")
    codes = {form: code for code, text in PLATFORMS.items() for form in wording.said(text, row.lang)}
    return codes[name], wording.places(row.lang)[place]


def race(row: Cells, app: str) -> list[intervals.Evidence]:
    link = row.link
    found = intervals.evidence(row.data, link.day0, link.country)
    return found.get((app, link.platform, link.scope), [])


def bound(row: Cells) -> Any:
    return next(one for one in bounds(row.data) if one.claim["claim_id"] == row.claim)


def since_zero(end: str) -> Cell:
    """The first or the last day that a claim may mean, in days since its day 0."""

    def derive(row: Cells) -> Any:
        one, every = bound(row), bounds(row.data)
        launch = launches.chosen(row.data, row.app(), row.link.day0, row.link.country)
        same = [other.zero for other in every if other.cell == one.cell]
        zero = launch.days if launch else Span(min(two.first for two in same), min(two.last for two in same))
        return (one.first_on - zero.last).days if end == "first_on" else (one.last_on - zero.first).days

    return derive


def stretch(of: Callable[[averages.Average], Any]) -> Cell:
    """Of the average that the row gives: since its launch, or since the count before."""

    def derive(row: Cells) -> Any:
        every = (averages.since_launch, averages.between_counts)[not row.cells["Since its launch"]](row.data)
        one = next((one for one in every if one.claim_id == row.claim), None)
        return None if one is None else of(one)

    return derive


def of_period(of: Callable[[averages.Average], Any]) -> Cell:
    def derive(row: Cells) -> Any:
        return of(next(one for one in averages.of_periods(row.data) if one.claim_id == row.claim))

    return derive


def copies(row: Cells) -> int:
    """How many claims of the row's disagreement say the same by one statement."""
    claim, every = row.raw("milestones"), row.data.claims("milestones")
    alike = [
        one for one in every if (one["conflict_id"], one["value"]) == (claim["conflict_id"], claim["value"])
    ]
    return statements.copies(alike)[statements.statement(claim)]


def spread(row: Cells) -> Any:
    claim = row.raw("milestones")
    same = ("conflict_id", "platform", "scope")
    ended = span(claim["period_end"])
    alike = [
        one["value"]
        for one in row.data.claims("milestones")
        if [one[name] for name in same] == [claim[name] for name in same]
        and one["app"] in row.link.chosen
        and one["metric"].startswith(("downloads", "installs"))
        and (span(one["period_end"]) or ended) == ended
        and (one["period_end"] is None) == (claim["period_end"] is None)
    ]
    return max(alike) / min(alike)


GOALS = {
    "10K": 10_000,
    "100K": 100_000,
    "500K": 500_000,
    "1M": 1_000_000,
    "10M": 10_000_000,
    "100M": 100_000_000,
}


DOWNLOADS = [
    Columns(("Assistant", "Where", *GOALS), {name: ladder(goal) for name, goal in GOALS.items()}),
    Columns(
        ("Assistant", "Choice of day 0", "Launched", "Moves answers by at least (days)"),
        {
            "Moves answers by at least (days)": moves("fewest"),
            "Moves answers by at most (days)": moves("most"),
            "Launched": lambda row: Partial(choice(row).on),  # type: ignore[union-attr]
        },
    ),
    Columns(
        ("Downloads to reach", "Assistant", "Platform", "Where", "Reached by day"),
        {
            "Day 0": interval(lambda one: one.day_zero),
            "Not yet by day": interval(lambda one: one.after),
            "Reached by day": interval(lambda one: one.by),
            "At the latest by day": interval(lambda one: one.sure),
            "Claims": interval(lambda one: one.claims),
            "Independent statements": interval(lambda one: one.statements),
        },
    ),
    Columns(
        ("Assistant", "Day", "Floor", "Ceiling"),
        {
            "Floor": lambda row: _floor(race(row, row.app()), row.cells["Day"]),
            "Ceiling": lambda row: _ceiling(race(row, row.app()), row.cells["Day"]),
        },
    ),
    Columns(
        ("Assistant", "Rival", "Floor", "Rival, at least"),
        {
            "Floor": lambda row: comparing.floor_on(race(row, row.app()), int(row.link.day)),
            "Ceiling": lambda row: comparing.ceiling_on(race(row, row.app()), int(row.link.day)),
            "Rival, at least": lambda row: comparing.floor_on(race(row, row.app("Rival")), int(row.link.day)),
            "Rival, at most": lambda row: comparing.ceiling_on(
                race(row, row.app("Rival")), int(row.link.day)
            ),
        },
    ),
    Columns(
        ("Assistant", "Bound", "Day, at the earliest", "Day, at the latest", "Claim"),
        {
            "Value": raw("milestones", "value"),
            "At least": low,
            "At most": high,
            "Day, at the earliest": since_zero("first_on"),
            "Day, at the latest": since_zero("last_on"),
        },
    ),
    Columns(
        ("Assistant", "Fewest days", "Most days", "Least", "Claim"),
        {
            "Value": raw("milestones", "value"),
            "First day": stretch(lambda one: one_of(one.began)),
            "Last day": stretch(lambda one: one.ended),
            "Fewest days": stretch(lambda one: one.fewest),
            "Most days": stretch(lambda one: one.longest),
            "Least": stretch(lambda one: Rounded(one.least)),
            "Most": stretch(lambda one: one.most and Rounded(one.most)),
        },
    ),
    Columns(
        ("Assistant", "Race", "Days", "Value", "Least", "Claim"),
        {
            **CLAIMED,
            "Days": of_period(lambda one: one.longest),
            "Least": of_period(lambda one: Rounded(one.least)),
            "Most": of_period(lambda one: one.most and Rounded(one.most)),
        },
    ),
    Columns(
        ("Claims of it", "Greatest over least", "Claim"),
        {
            **CLAIMED,
            "At least": low,
            "At most": lambda row: most(row.raw("milestones")["qualifier"], row.raw("milestones")["value"]),
            "Claims of it": copies,
            "Greatest over least": lambda row: Rounded(spread(row)),
        },
    ),
]


def _floor(every: list[intervals.Evidence], day: int) -> float | None:
    return max((one.low for one in every if one.low is not None and one.latest <= day), default=None)


def _ceiling(every: list[intervals.Evidence], day: int) -> float | None:
    return min((one.high for one in every if one.high is not None and one.earliest >= day), default=None)
