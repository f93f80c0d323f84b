"""How the cells of tables of counts over time are derived: ratings, and series of users."""

from collections.abc import Callable
from math import log
from typing import Any

from tests.reference.dates import span
from tests.reference.draw.amounts import Rounded, one_of
from tests.reference.draw.deriving import Cells, Columns
from tests.reference.draw.tables.cells import Cell, ours, platform
from tests.reference.rounding import least, most


def rated(column: str) -> Cell:
    def derive(row: Cells) -> Any:
        return _rating(row)[column]

    return derive


def _ratings(row: Cells) -> list[dict[str, Any]]:
    link = row.link
    ids = [one for one in row.data.apps.ids if (one.app, one.store) == (row.app(), link.store)]
    here = [one for one in row.data.rows("ratings") if one["country"] == link.country]
    mine = [one for one in here if any(ours(known, one) for known in ids)]
    return sorted(mine, key=lambda one: one["observed_at"])


def _rating(row: Cells) -> dict[str, Any]:
    return next(
        one for one in _ratings(row) if str(one["observed_at"]).startswith(str(row.cells["Read at (UTC)"]))
    )


def gained(row: Cells) -> tuple[int, float] | None:
    """Ratings more than in the snapshot before, and the weeks between."""
    now, link = _rating(row), row.link
    earlier = [
        one
        for one in _ratings(row)
        if one["app_id"] == now["app_id"]
        and one["observed_at"] < now["observed_at"]
        and one["observed_at"].date() >= link.since
    ]
    if not earlier:
        return None
    weeks = (now["observed_at"] - earlier[-1]["observed_at"]).total_seconds() / 604800
    return int(now["rating_count"] - earlier[-1]["rating_count"]), weeks


def weekly(row: Cells) -> Any:
    more = gained(row)
    return None if more is None else Rounded(more[0] / more[1])


def series(of: Callable[[list[dict[str, Any]]], Any]) -> Cell:
    """Of the counts of one number that one source published together, in the order of time."""

    def derive(row: Cells) -> Any:
        metric = row.term("metrics", "Metric")
        wanted = (row.app(), metric, platform(row), row.place("Where"), row.cells["Stated by"])
        names = ("app", "metric", "platform", "scope", "stated_by")
        every = [
            one
            for one in row.data.claims("milestones")
            if tuple(one[name] for name in names) == wanted and one["period_end"]
        ]
        last = {one["claim_id"]: span(one["period_end"]) for one in every}
        sources = {one["source_id"]: one["url"] for one in row.data.claims("sources")}
        mine = [one for one in every if sources.get(one["source_id"]) == row.cells["Source"]]
        return of(sorted(mine, key=lambda one: last[one["claim_id"]].last))  # type: ignore[union-attr]

    return derive


def pace(every: list[dict[str, Any]], end: int) -> list[Rounded]:
    """The days that a doubling takes at the pace from the first count to the last: least, or most."""
    first_day, last_day = span(every[0]["period_end"]), span(every[-1]["period_end"])
    assert first_day
    assert last_day
    days = (last_day.first - first_day.last, last_day.last - first_day.first)[end].days
    found = []
    for one in _rows_on(every, 0):
        for other in _rows_on(every, -1):
            ends = (most, least) if end == 0 else (least, most)
            growth = ends[0](other["qualifier"], other["value"]), ends[1](one["qualifier"], one["value"])
            if growth[0] and growth[1] and growth[0] > growth[1]:
                found.append(Rounded(days * log(2) / log(growth[0] / growth[1])))
    return found


def _rows_on(every: list[dict[str, Any]], end: int) -> list[dict[str, Any]]:
    return [one for one in every if span(one["period_end"]) == span(every[end]["period_end"])]


def _on(every: list[dict[str, Any]], end: int) -> list[float]:
    """The counts of the first or the last day."""
    return [one["value"] for one in every if span(one["period_end"]) == span(every[end]["period_end"])]


SERIES = [
    Columns(
        ("Assistant", "Read at (UTC)", "Ratings", "Average (stars)"),
        {
            "Ratings": rated("rating_count"),
            "Average (stars)": lambda row: Rounded(_rating(row)["rating_average"]),
            "New ratings": lambda row: None if gained(row) is None else gained(row)[0],  # type: ignore[index]
            "New ratings a week": weekly,
        },
    ),
    Columns(
        ("Assistant", "Metric", "Counts", "First count", "Last count"),
        {
            "Counts": series(lambda every: len({one["period_end"] for one in every})),
            "Least": series(lambda every: one_of(pace(every, 0))),
            "Most": series(lambda every: one_of(pace(every, 1))),
            "First day": series(lambda every: span(every[0]["period_end"]).last),  # type: ignore[union-attr]
            "Last day": series(lambda every: span(every[-1]["period_end"]).last),  # type: ignore[union-attr]
            "First count": series(lambda every: one_of(_on(every, 0))),
            "Last count": series(lambda every: one_of(_on(every, -1))),
        },
    ),
]
