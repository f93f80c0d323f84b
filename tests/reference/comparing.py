"""Who was surely ahead on one day after launch."""

from tests.reference.intervals import Evidence, firm_high, firm_low


def floor_on(every: list[Evidence], day: int) -> float | None:
    """The greatest number surely reached by a day, of what no ceiling contradicts."""
    lows = [firm_low(one, every) for one in every if one.latest <= day]
    return max((low for low in lows if low is not None), default=None)


def ceiling_on(every: list[Evidence], day: int) -> float | None:
    """The least number surely not passed on a day, of what no floor contradicts."""
    highs = [firm_high(one, every) for one in every if one.earliest >= day]
    return min((high for high in highs if high is not None), default=None)


def is_ahead(one: list[Evidence], other: list[Evidence], day: int) -> bool:
    """What one surely had is more than the other can have had."""
    floor, ceiling = floor_on(one, day), ceiling_on(other, day)
    return floor is not None and ceiling is not None and floor > ceiling
