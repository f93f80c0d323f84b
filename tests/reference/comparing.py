"""Who was ahead on one day after launch, of launches that are like for like."""

from tests.reference.bounds import grouped
from tests.reference.intervals import Evidence, firm_high, firm_low
from tests.reference.launches import chosen, first_app, launches, on_platform
from tests.reference.snapshots import Snapshots


def floor_on(every: list[Evidence], day: int) -> float | None:
    """The greatest number reached by a day, of what no ceiling contradicts."""
    lows = [firm_low(one, every) for one in every if one.latest <= day]
    return max((low for low in lows if low is not None), default=None)


def ceiling_on(every: list[Evidence], day: int) -> float | None:
    """The least number not passed on a day, of what no floor contradicts."""
    highs = [firm_high(one, every) for one in every if one.earliest >= day]
    return min((high for high in highs if high is not None), default=None)


def is_like_for_like(data: Snapshots, app: str, choice: str, storefront: str, race: tuple[str, str]) -> bool:
    """Counted from a launch of the kind chosen, with nothing before it, and not known from one store page alone."""
    platform, place = race
    usual = first_app(data, app) if platform == "all" else on_platform(data, app, platform)
    mine = chosen(data, app, choice, storefront)
    if usual is None or (choice != "press" and mine is None):
        return False
    if choice == "country" and mine and mine.place != storefront:
        return False
    announced = [
        one
        for one in launches(data)
        if one.app == app and one.basis == "announced" and one.platform != "web"
        if platform in ("all", one.platform) and one.days.first <= usual.days.first <= one.days.last
    ]
    if usual.basis == "store_release" and usual.place != place and not announced:
        return False
    return mine is None or mine.launch_id == usual.launch_id or mine.days.last <= usual.days.first


def is_ahead(one: list[Evidence], other: list[Evidence], day: int) -> bool:
    """The least that one had is more than the most of the other, even if numbers were rounded twice as coarsely."""
    lows = [_clear_low(each, one) for each in one if each.latest <= day]
    highs = [_clear_high(each, other) for each in other if each.earliest >= day]
    floor = max((low for low in lows if low is not None), default=None)
    ceiling = min((high for high in highs if high is not None), default=None)
    return floor is not None and ceiling is not None and floor > ceiling


def _clear_low(one: Evidence, every: list[Evidence]) -> float | None:
    low = None if one.statement.approximate else firm_low(one, every)
    return None if low is None else low - (one.statement.value - low)


def _clear_high(one: Evidence, every: list[Evidence]) -> float | None:
    """No ceiling of a series of which another claim contradicts any."""
    series = grouped(every, lambda each: each.statement.speaks.series)[one.statement.speaks.series]
    high = None if one.statement.approximate else firm_high(one, every)
    contested = any(copy.claim["conflict_id"] for each in series for copy in each.statement.copies)
    if (
        high is None
        or contested
        or any(each.high is not None and firm_high(each, every) is None for each in series)
    ):
        return None
    return high + (high - one.statement.value)
