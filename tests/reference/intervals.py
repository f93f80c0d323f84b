"""How many days a launch took to a number of downloads: not yet by one day, reached by another."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tests.reference.bounds import Bound, Statement, bounds, grouped, statements
from tests.reference.dates import Span
from tests.reference.launches import chosen, first_app, on_platform
from tests.reference.snapshots import Snapshots

Cell = tuple[str, str, str]  # app, platform, place


@dataclass(frozen=True)
class Evidence:
    """One statement on a cell, in days since its day 0."""

    statement: Statement
    own: bool
    is_part: bool
    low: float | None
    high: float | None
    zero: Span

    @property
    def earliest(self) -> int:
        """The least number of days: to its first day, from the last that day 0 may be."""
        return (self.statement.first_on - self.zero.last).days

    @property
    def latest(self) -> int:
        return (self.statement.last_on - self.zero.first).days

    def word(self, goal: float) -> int | None:
        """The day by which it has the goal reached, at its word."""
        reached = self.is_part and self.statement.value >= goal
        return (self.statement.word_on - self.zero.last).days if reached else None


@dataclass(frozen=True)
class Interval:
    """Not yet on day `after`; reached on day `by` at the sources' word, on day `sure` in the weakest reading."""

    day_zero: date
    after: int | None
    by: int | None
    sure: int | None
    claims: int
    statements: int

    @property
    def row(self) -> tuple[date, int | None, int | None, int | None, int, int]:
        """As the app's table holds it."""
        return self.day_zero, self.after, self.by, self.sure, self.claims, self.statements


def within(part: tuple[str, str], whole: tuple[str, str]) -> bool:
    """Whether all that is counted in one platform and place is counted in another, too."""
    platform = whole[0] in ("all", part[0])
    place = whole[1] in ("world", part[1]) or part[1] in whole[1].split("+")
    return platform and place


@lru_cache(maxsize=8)
def evidence(data: Snapshots, choice: str, storefront: str) -> dict[Cell, list[Evidence]]:
    """What bears on each platform and place of each app: a part's floor, a whole's ceiling."""
    every = bounds(data)
    held, zeros = statements(every), _zeros(data, every)
    found: dict[Cell, list[Evidence]] = {}
    by_app = grouped(held, lambda one: one.cell[0])
    for cell, zero in zeros.items():
        launch = chosen(data, cell[0], choice, storefront)
        day_zero = launch.days if launch else zero
        mine = by_app.get(cell[0], [])
        found[cell] = [two for two in (_evidence(one, cell, day_zero) for one in mine) if two]
    return found


def _zeros(data: Snapshots, every: list[Bound]) -> dict[Cell, Span]:
    """The day that each cell is counted from, where no launch is chosen."""
    known = [(one.cell, one.zero) for one in every]
    for app in {row["app"] for row in data.claims("launches")}:
        for platform in ("ios", "android"):
            launch = on_platform(data, app, platform)
            known += [((app, platform, "world"), launch.days)] if launch else []
        usual = first_app(data, app)
        known += [((app, "all", "world"), usual.days)] if usual else []
    cells = grouped(known, lambda one: one[0]).items()
    return {
        cell: Span(min(one.first for _, one in days), min(one.last for _, one in days))
        for cell, days in cells
    }


def _evidence(one: Statement, cell: Cell, zero: Span) -> Evidence | None:
    is_part = within(one.cell[1:], cell[1:])
    is_whole = within(cell[1:], one.cell[1:])
    low, high = one.low if is_part else None, one.high if is_whole else None
    if low is None and high is None:
        return None
    return Evidence(one, one.cell == cell, is_part, low, high, zero)


def contradicts(floor: Evidence, ceiling: Evidence) -> bool:
    """A floor that held already above a ceiling that held still."""
    if floor.low is None or ceiling.high is None:
        return False
    return floor.low > ceiling.high and floor.latest <= ceiling.earliest


def firm_high(one: Evidence, every: list[Evidence]) -> float | None:
    """A ceiling that no floor contradicts."""
    return None if any(contradicts(other, one) for other in every) else one.high


def firm_low(one: Evidence, every: list[Evidence]) -> float | None:
    """A floor that no ceiling contradicts."""
    return None if any(contradicts(one, other) for other in every) else one.low


def bears(one: Evidence, every: list[Evidence], goal: float) -> bool:
    """Whether a statement tells when the goal was reached, or until when it was not."""
    return one.word(goal) is not None or (_not_yet(one, every, goal) and one.earliest >= 0)


def _not_yet(one: Evidence, every: list[Evidence], goal: float) -> bool:
    """Whether it says "not yet", on a day that is no "about"."""
    return _below(firm_high(one, every), goal) and not one.statement.approximate


def time_to(every: list[Evidence], goal: float) -> Interval | None:
    """The interval of one cell; None where nothing bears on the goal."""
    told = [one for one in every if bears(one, every, goal)]
    if not told:
        return None
    words = [one.word(goal) for one in told]
    by = min((max(word, 0) for word in words if word is not None), default=None)
    exact = [one for one in told if not one.statement.approximate]
    sure = [max(one.latest, 0) for one in exact if one.low is not None and one.low >= goal]
    after = [one.earliest for one in told if _not_yet(one, every, goal)]
    copies = sum(len(one.statement.copies) for one in told)
    zero = told[0].zero.first
    return Interval(zero, max(after, default=None), by, min(sure, default=None), copies, len(told))


def _below(high: float | None, goal: float) -> bool:
    return high is not None and high < goal
