"""Downloads a day: over the days that a claim itself spans, or between two claims of one series."""

from dataclasses import dataclass
from datetime import date, timedelta

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
    began: tuple[date, date]  # the days that the first of them may be
    ended: date


def counted(data: Snapshots) -> list[Statement]:
    """The statements that count from a launch."""
    every = statements(bounds(data))
    return [
        one
        for one in every
        if all(copy.from_launch for copy in one.copies) and one.last_on >= one.began.first
    ]


def day_after(one: Statement) -> date:
    """The first day after a count: where the stretch to the next one begins."""
    return one.last_on + timedelta(1)


def since_launch(data: Snapshots) -> list[Average]:
    """The average of each statement over the days that it spans, the launch day included."""
    return [_since(one) for one in counted(data)]


def _since(one: Statement) -> Average:
    longest = (one.last_on - one.began.first).days + 1
    fewest = max((one.first_on - one.began.last).days, 0) + 1
    high = None if one.high is None else one.high / fewest
    return Average(
        one.speaker.claim["claim_id"],
        one.low / longest,
        high,
        fewest,
        longest,
        (one.began.first, one.began.last),
        one.last_on,
    )


def between_counts(data: Snapshots) -> list[Average]:
    """The average between each count of a series and the one before it."""
    every = counted(data)
    pairs = [(one, _before(one, every)) for one in every]
    return [_between(before, one) for one, before in pairs if before]


def _before(later: Statement, every: list[Statement]) -> Statement | None:
    """The newest earlier count of the same series that does not stand above the later one."""
    earlier = [
        one
        for one in every
        if one.speaker.series == later.speaker.series
        and one.last_on < later.first_on
        and one.high is not None
        and (later.high is None or later.high >= one.low)
    ]
    newest = max((one.last_on for one in earlier), default=None)
    last = [one for one in earlier if one.last_on == newest]
    return min(last, key=lambda one: one.speaker.claim["claim_id"], default=None)


def _between(before: Statement, after: Statement) -> Average:
    longest, fewest = (after.last_on - before.first_on).days, (after.first_on - before.last_on).days
    low = max(after.low - (before.high or 0), 0) / longest
    high = None if after.high is None else (after.high - before.low) / fewest
    return Average(
        after.speaker.claim["claim_id"],
        low,
        high,
        fewest,
        longest,
        (day_after(before), day_after(before)),
        after.last_on,
    )


def of_periods(data: Snapshots) -> list[Average]:
    """The average of each period's downloads over its true length, whole months where a month is given."""
    rows = [row for row in data.claims("milestones") if row["metric"] == "downloads_in_period"]
    return [one for one in (_period(row) for row in rows) if one]


def _period(row: Row) -> Average | None:
    began, ended = span(row["period_start"]), span(row["period_end"])
    if began is None or ended is None:
        return None
    days = (ended.last - began.first).days + 1
    high = most(row["qualifier"], row["value"])
    low = least(row["qualifier"], row["value"]) / days
    return Average(
        row["claim_id"],
        low,
        None if high is None else high / days,
        days,
        days,
        (began.first, began.last),
        ended.last,
    )
