"""What each download claim bounds, and what copies of one statement bound together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from tests.reference.dates import DAY, span
from tests.reference.launches import first_app, on_platform
from tests.reference.rounding import least, most
from tests.reference.snapshots import Row, Snapshots

DOWNLOADS = ("downloads_cumulative", "downloads_in_period")
T = TypeVar("T")
K = TypeVar("K")


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """The items by their key, in their order."""
    found: dict[K, list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


@dataclass(frozen=True)
class Bound:
    """From `low` to `high` downloads (None: no end) by a day from `first_on` to `last_on`."""

    claim: Row
    own_zero: date
    own_zero_last: date
    launched: date
    launched_last: date
    from_launch: bool
    is_floor: bool
    low: float
    high: float | None
    first_on: date
    last_on: date

    @property
    def cell(self) -> tuple[str, str, str]:
        return self.claim["app"], self.claim["platform"], self.claim["scope"]

    @property
    def statement(self) -> str:
        return str(self.claim["rests_on"] or self.claim["claim_id"])

    @property
    def series(self) -> tuple[str, ...]:
        return tuple(self.claim[name] for name in ("app", "platform", "scope", "stated_by", "source_id"))

    @property
    def earliest_zero(self) -> date:
        """The first day that the counter may have begun on: for the world no later than the launch."""
        return min(self.own_zero, self.launched) if self.claim["scope"] == "world" else self.own_zero

    @property
    def latest_zero(self) -> date:
        """The same by the last day that a month may mean."""
        last = self.own_zero_last
        return min(last, self.launched_last) if self.claim["scope"] == "world" else last


def counted_from(every: Sequence[Bound]) -> dict[tuple[str, str, str], tuple[date, date]]:
    """The day that each platform and place of an app is counted from: the first and the last that it may be."""
    return {
        cell: (min(one.earliest_zero for one in mine), min(one.latest_zero for one in mine))
        for cell, mine in grouped(every, lambda one: one.cell).items()
    }


def bounds(data: Snapshots) -> list[Bound]:
    """The bound of each download claim that names a day, of apps whose launch is known."""
    every = [_bound(data, row) for row in data.claims("milestones") if row["metric"] in DOWNLOADS]
    return [one for one in every if one]


def _bound(data: Snapshots, row: Row) -> Bound | None:
    usual = first_app(data, row["app"])
    launch = on_platform(data, row["app"], row["platform"]) or usual
    if row["platform"] == "web" or not usual or not launch:
        return None
    launched, began, ended = launch.days.first, span(row["period_start"]), span(row["period_end"])
    cumulative = row["metric"] == "downloads_cumulative"
    named = cumulative and len(row["period_start"] or "") == DAY
    own_zero = began.first if named and began else launched
    own_zero_last = began.first if named and began else launch.days.last
    from_launch = cumulative or (began is not None and began.first == launched)
    told = row["days_stated"] if from_launch else None
    if told is None and ended is None:
        return None
    is_floor = not cumulative or row["qualifier"] == "at_least"
    first_on = own_zero + timedelta(int(told) - 1) if told is not None else ended.first  # type: ignore[union-attr]
    last_on = own_zero_last + timedelta(int(told)) if told is not None else ended.last  # type: ignore[union-attr]
    high = None if is_floor else most(row["qualifier"], row["value"])
    low = least(row["qualifier"], row["value"])
    zeros = own_zero, own_zero_last, launched, launch.days.last
    return Bound(row, *zeros, from_launch, is_floor, low, high, first_on, last_on)


@dataclass(frozen=True)
class Statement:
    """One statement however often it was copied: at its word as the first copy has it, surely as the weakest."""

    copies: tuple[Bound, ...]

    @property
    def cell(self) -> tuple[str, str, str]:
        return self.copies[0].cell

    @property
    def low(self) -> float:
        return min(one.low for one in self.copies)

    @property
    def high(self) -> float | None:
        highs = [one.high for one in self.copies]
        return None if None in highs else max(high for high in highs if high is not None)

    @property
    def first_on(self) -> date:
        return min(one.first_on for one in self.copies)

    @property
    def last_on(self) -> date:
        return max(one.last_on for one in self.copies)

    @property
    def speaks(self) -> Bound:
        """The copy that speaks for it: an estimate where any is, then the one of the earliest day."""
        return min(self.copies, key=lambda one: (one.claim["kind"], one.last_on, one.claim["claim_id"]))

    @property
    def names(self) -> frozenset[str]:
        return frozenset(str(one.claim["claim_id"]) for one in self.copies)

    @property
    def approximate(self) -> bool:
        """Whether a source says that its days are not exact."""
        return any(bool(one.claim.get("approximate")) for one in self.copies)

    @property
    def value(self) -> float:
        return min(float(one.claim["value"]) for one in self.copies)

    def word_on(self, goal: float) -> date | None:
        """The first day by which a copy has the goal reached, at the weakest copy's word; None where it is below."""
        return min(one.last_on for one in self.copies) if self.value >= goal else None


def statements(every: Sequence[Bound]) -> list[Statement]:
    """The statements that claims rest on; a claim that repeats nobody is its own.

    Copies give one number, or speak of the same days: then the least of theirs is the statement's.
    """
    said = grouped(every, _spoken_of)
    least_said = {key: min(one.claim["value"] for one in copies) for key, copies in said.items()}
    groups = grouped(every, lambda one: (one.cell, one.statement, least_said[_spoken_of(one)]))
    return [Statement(tuple(copies)) for copies in groups.values()]


def _spoken_of(one: Bound) -> tuple[object, ...]:
    """What a claim speaks of, whatever number it gives."""
    days = (one.claim[name] or None for name in ("period_start", "period_end", "days_stated"))
    return one.cell, one.statement, *days
