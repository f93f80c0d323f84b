"""The days that a report may mean, in words as exact as its source gives them and no more."""

import calendar
from datetime import date

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.translator import Translator


def meant(t: Translator, row: Row) -> str:
    """The days of a reported rank; its `first_day` may be unknown."""
    first, last = row["first_day"], row["last_day"]
    if not pd.isna(first) and row["precision"] == "approximate":
        return t("about {days}", days=t.days(first, last))
    if not pd.isna(first) and _whole_year(first, last):
        return t("in {period}", period=t.day(first, "y"))
    if not pd.isna(first) and _whole_month(first, last):
        return t("in {period}", period=t.day(first, "MMMM y"))
    return between(t, first, last)


def between(t: Translator, first: date | None, last: date) -> str:
    """Some time of a span of days, of which the first may be unknown."""
    if first is None or pd.isna(first):
        return t("at some time up to {day}", day=t.day(last))
    if first == last:
        return t("on {day}", day=t.day(last))
    return t("at some time between {first} and {last}", first=t.day(first), last=t.day(last))


def _whole_month(first: date, last: date) -> bool:
    days = calendar.monthrange(last.year, last.month)[1]
    return (first.year, first.month, first.day, last.day) == (last.year, last.month, 1, days)


def _whole_year(first: date, last: date) -> bool:
    return (first, last) == (date(last.year, 1, 1), date(last.year, 12, 31))
