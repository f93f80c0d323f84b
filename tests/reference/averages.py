"""Downloads a day: over the days that a claim itself spans, or between two claims of one series."""

from dataclasses import dataclass

from tests.reference.bounds import Statement, bounds, statements
from tests.reference.dates import span
from tests.reference.rounding import least, most
from tests.reference.snapshots import Row, Snapshots


@dataclass(frozen=True)
class Average:
    """Between `least` and `most` (None: no end) downloads a day, over at least `fewest` and at most `longest` days."""

    claim_id: str
    least: float
    most: float | None
    fewest: int
    longest: int
    copies: frozenset[str] = frozenset()


def since_launch(data: Snapshots) -> list[Average]:
    """The average of each statement from the launch that it counts from, that day included."""
    found = [_since(one) for one in _from_launch(data)]
    return [one for one in found if one]


def _from_launch(data: Snapshots) -> list[Statement]:
    return [one for one in statements(bounds(data)) if all(copy.from_launch for copy in one.copies)]


def _since(one: Statement) -> Average | None:
    longest = (one.last_on - min(copy.own_zero for copy in one.copies)).days + 1
    fewest = max((one.first_on - max(copy.own_zero_last for copy in one.copies)).days, 0) + 1
    if longest < 1:
        return None
    most = None if one.high is None else one.high / fewest
    return Average(one.speaks.claim["claim_id"], one.low / longest, most, fewest, longest, one.names)


def between_counts(data: Snapshots) -> list[Average]:
    """The average between each count of a series and the one before it."""
    held = [one for one in _from_launch(data) if one.last_on >= min(copy.own_zero for copy in one.copies)]
    pairs = [(one, _before(one, held)) for one in held]
    return [_between(before, one) for one, before in pairs if before]


def _before(later: Statement, every: list[Statement]) -> Statement | None:
    """The newest earlier count of the same series that does not stand above the later one."""
    earlier = [
        one
        for one in every
        if one.speaks.series == later.speaks.series
        and one.last_on < later.first_on
        and one.high is not None
        and (later.high is None or later.high >= one.low)
    ]
    newest = max((one.last_on for one in earlier), default=None)
    last = [one for one in earlier if one.last_on == newest]
    return min(last, key=lambda one: one.speaks.claim["claim_id"], default=None)


def _between(before: Statement, after: Statement) -> Average:
    longest, fewest = (after.last_on - before.first_on).days, (after.first_on - before.last_on).days
    low = max(after.low - (before.high or 0), 0) / longest
    high = None if after.high is None else (after.high - before.low) / fewest
    return Average(after.speaks.claim["claim_id"], low, high, fewest, longest, after.names)


def of_periods(data: Snapshots) -> list[Average]:
    """The average of each period's downloads over its true length: a range where its ends are known to a month."""
    rows = [row for row in data.claims("milestones") if row["metric"] == "downloads_in_period"]
    return [one for one in (_period(row) for row in rows) if one]


def _period(row: Row) -> Average | None:
    began, ended = span(row["period_start"]), span(row["period_end"])
    if began is None or ended is None:
        return None
    days = (ended.last - began.first).days + 1
    high = most(row["qualifier"], row["value"])
    low = least(row["qualifier"], row["value"]) / days
    return Average(row["claim_id"], low, None if high is None else high / days, days, days)
