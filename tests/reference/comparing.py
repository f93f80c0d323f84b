"""Which launches are like for like, and who was ahead on one day after launch."""

from dataclasses import dataclass

from tests.reference.intervals import Evidence, contradicts, firm_high, firm_low
from tests.reference.launches import Launch, chosen, first_app, of_app, on_platform
from tests.reference.snapshots import Snapshots


@dataclass(frozen=True)
class Race:
    """What is compared: downloads on one platform in one place, counted from one kind of launch."""

    choice: str
    storefront: str
    platform: str
    place: str


def is_comparable(data: Snapshots, app: str, race: Race) -> bool:
    """Whether an app's downloads may stand beside others': counted from a launch of the kind asked for, which is
    known from more than one country's store page, and with nothing counted before it.
    """
    usual = first_app(data, app) if race.platform == "all" else on_platform(data, app, race.platform)
    launch = usual if race.choice == "press" else chosen(data, app, race.choice, race.storefront)
    if usual is None or launch is None or (race.choice == "country" and launch.place != race.storefront):
        return False
    if _one_store(data, usual, race):
        return False
    press = race.choice == "press" or launch.launch_id == usual.launch_id
    return press or launch.days.last <= usual.days.first


def _one_store(data: Snapshots, usual: Launch, race: Race) -> bool:
    """Whether a launch is known from the store page of another country alone."""
    if usual.basis != "store_release" or usual.place == race.place:
        return False
    return not any(
        one.basis == "announced"
        and one.platform != "web"
        and race.platform in ("all", one.platform)
        and one.days.first <= usual.days.first <= one.days.last
        for one in of_app(data, usual.app)
    )


def floor_on(every: list[Evidence], day: int) -> float | None:
    """The greatest number reached by a day, of what no ceiling contradicts."""
    lows = [firm_low(one, every) for one in every if one.latest <= day]
    return max((low for low in lows if low is not None), default=None)


def ceiling_on(every: list[Evidence], day: int) -> float | None:
    """The least number not passed on a day, of what no floor contradicts."""
    highs = [firm_high(one, every) for one in every if one.earliest >= day]
    return min((high for high in highs if high is not None), default=None)


def clear_low(one: Evidence, every: list[Evidence]) -> float | None:
    """A floor to compare by: not at the edge of its rounding, its day no "about"."""
    low = firm_low(one, every)
    return None if low is None or one.statement.approximate else low - (one.statement.value - low)


def clear_high(one: Evidence, every: list[Evidence]) -> float | None:
    """A ceiling to compare by: as a floor, and of no series of which a number is disputed."""
    high = firm_high(one, every)
    series = [other for other in every if other.statement.speaker.series == one.statement.speaker.series]
    disputed = any(other.statement.contested or _is_contradicted(other, every) for other in series)
    if high is None or one.statement.approximate or disputed:
        return None
    return high + (high - one.statement.value)


def _is_contradicted(one: Evidence, every: list[Evidence]) -> bool:
    return one.high is not None and any(contradicts(other, one) for other in every)


FIRST_COUNT = 3  # a count so many times a number only says when somebody first counted


def ranked_by(data: Snapshots, app: str, race: Race, every: list[Evidence], goal: float) -> int | None:
    """The day by which an app reached a number, to stand beside other launches'; None where none may.

    A count far above the number tells that it was reached long before: no later day stands for it either.
    """
    if not is_comparable(data, app, race):
        return None
    above = [one for one in every if one.low is not None and one.low >= goal]
    far = min((one.latest for one in above if _is_first_count(one, goal)), default=None)
    reached = [
        one.latest
        for one in above
        if (clear_low(one, every) or 0) >= goal and not _is_first_count(one, goal)
        if far is None or one.latest <= far
    ]
    return min((max(day, 0) for day in reached), default=None)


def _is_first_count(one: Evidence, goal: float) -> bool:
    return one.statement.value >= FIRST_COUNT * goal


def is_ahead(one: list[Evidence], other: list[Evidence], day: int) -> bool:
    """What one had reached is more than the other can have had; both lists are of launches like for like."""
    lows = [clear_low(two, one) for two in one if two.latest <= day]
    highs = [clear_high(two, other) for two in other if two.earliest >= day]
    floor = max((low for low in lows if low is not None), default=None)
    ceiling = min((high for high in highs if high is not None), default=None)
    return floor is not None and ceiling is not None and floor > ceiling
