"""Dates that are known to a day, a month or a year, as the days that they may mean."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

DAY, MONTH, YEAR = 10, 7, 4


@dataclass(frozen=True)
class Span:
    """The days that a date may mean, both ends included."""

    first: date
    last: date


def span(iso: str | None) -> Span | None:
    """2025-02-06, 2025-02 or 2025; None of an undated claim."""
    if not iso:
        return None
    if len(iso) == DAY:
        return Span(date.fromisoformat(iso), date.fromisoformat(iso))
    year = int(iso[:YEAR])
    if len(iso) == YEAR:
        return Span(date(year, 1, 1), date(year, 12, 31))
    month = int(iso[5:MONTH])
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
