"""What each download claim bounds, and what copies of one statement bound together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from tests.reference.dates import DAY, Span, span
from tests.reference.launches import first_app, on_platform
from tests.reference.rounding import least, most
from tests.reference.snapshots import Row, Snapshots

TIERS = ("measured", "quoted", "press", "unnamed")
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
    own_zero: Span
    launched: Span
    from_launch: bool
    is_floor: bool
    low: float
    high: float | None
    first_on: date
    last_on: date
    tier: int

    @property
    def cell(self) -> tuple[str, str, str]:
        return self.claim["app"], self.claim["platform"], self.claim["scope"]

    @property
    def statement(self) -> str:
        return str(self.claim["rests_on"] or self.claim["claim_id"])

    @property
    def trust(self) -> tuple[str, date, int, bool, str]:
        return self.claim["kind"], self.last_on, self.tier, not self.claim["core"], self.claim["claim_id"]

    @property
    def series(self) -> tuple[str, ...]:
        return tuple(self.claim[name] for name in ("app", "platform", "scope", "stated_by", "source_id"))

    @property
    def zero(self) -> Span:
        """The days that the counter may have begun on: for the world no later than the launch."""
        if self.claim["scope"] != "world":
            return self.own_zero
        return Span(
            min(self.own_zero.first, self.launched.first), min(self.own_zero.last, self.launched.last)
        )


def tier(data: Snapshots, row: Row) -> int:
    """How near a claim's source stands to who measured: 1 is nearest; those recorded before tiers count as press."""
    return TIERS.index(_tiers(data).get(row["source_id"], "press")) + 1


@lru_cache(maxsize=8)
def _tiers(data: Snapshots) -> dict[str, str]:
    return {one["source_id"]: one.get("tier") or "press" for one in data.claims("sources")}


@lru_cache(maxsize=8)
def bounds(data: Snapshots) -> list[Bound]:
    """The bound of each download claim that names a day, of apps whose launch is known."""
    every = [_bound(data, row) for row in data.claims("milestones") if row["metric"] in DOWNLOADS]
    return [one for one in every if one]


def _bound(data: Snapshots, row: Row) -> Bound | None:
    usual = first_app(data, row["app"])
    launch = on_platform(data, row["app"], row["platform"]) or usual
    if row["platform"] == "web" or not usual or not launch:
        return None
    launched, began, ended = launch.days, span(row["period_start"]), span(row["period_end"])
    cumulative = row["metric"] == "downloads_cumulative"
    named = cumulative and len(row["period_start"] or "") == DAY
    own_zero = began if named and began else launched
    from_launch = cumulative or (began is not None and began.first == launched.first)
    days = _days(row["days_stated"] if from_launch else None, own_zero, ended)
    if days is None:
        return None
    is_floor = not cumulative or row["qualifier"] == "at_least"
    high = None if is_floor else most(row["qualifier"], row["value"])
    low = least(row["qualifier"], row["value"])
    return Bound(
        row, own_zero, launched, from_launch, is_floor, low, high, days.first, days.last, tier(data, row)
    )


def _days(told: int | None, zero: Span, ended: Span | None) -> Span | None:
    """The days that a claim may mean: "in N days" ends on day N - 1 or on day N."""
    if told is None:
        return ended
    return Span(zero.first + timedelta(int(told) - 1), zero.last + timedelta(int(told)))


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
    def value(self) -> float:
        """The number of its weakest copy."""
        return float(min(one.claim["value"] for one in self.copies))

    @property
    def word_on(self) -> date:
        """The first day by which a copy, at its word, has the number reached."""
        return min(one.last_on for one in self.copies)

    @property
    def approximate(self) -> bool:
        return any(one.claim.get("approximate") for one in self.copies)

    @property
    def contested(self) -> bool:
        """Whether sources are known to disagree on it."""
        return any(one.claim["conflict_id"] for one in self.copies)

    @property
    def began(self) -> Span:
        """The days that its counting may have begun on."""
        return Span(
            min(one.own_zero.first for one in self.copies), max(one.own_zero.last for one in self.copies)
        )

    @property
    def speaker(self) -> Bound:
        """The copy that speaks for it: an estimate where any is, then the first day, then the better source."""
        return min(self.copies, key=lambda one: one.trust)


def statements(every: Sequence[Bound]) -> list[Statement]:
    """The statements that claims rest on; a claim that repeats nobody is its own.

    Copies give one number, or speak of the same days.
    """
    groups = grouped(every, lambda one: (one.cell, one.statement)).values()
    return [Statement(tuple(copies)) for group in groups for copies in _alike(group)]


def _alike(group: list[Bound]) -> list[list[Bound]]:
    """The claims of one statement, those together that are linked by a number or by their days."""
    found: list[list[Bound]] = []
    for one in group:
        linked = [other for other in found if any(_is_copy(one, two) for two in other)]
        found = [other for other in found if other not in linked]
        found.append([*(two for other in linked for two in other), one])
    return found


def _is_copy(one: Bound, other: Bound) -> bool:
    names = ("period_start", "period_end", "days_stated")
    same_days = [one.claim[name] for name in names] == [other.claim[name] for name in names]
    return bool(one.claim["value"] == other.claim["value"] or same_days)
