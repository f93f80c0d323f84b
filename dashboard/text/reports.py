"""Sentences on reported ranks: the source, the publisher, and the days that they may mean."""

import calendar
from datetime import date

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import Escape, escape_markdown
from dashboard.text.translator import Translator


def report_days(t: Translator, row: Row) -> str:
    """The days of a reported rank; its `first_day` may be unknown."""
    first, last = row["first_day"], row["last_day"]
    if not pd.isna(first) and row["precision"] == "approximate":
        return t("about {day}", day=t.days(first, last))
    if not pd.isna(first) and _whole_year(first, last):
        return t("in {period}", period=t.day(first, "y"))
    if not pd.isna(first) and _whole_month(first, last):
        return t("in {period}", period=t.day(first, "MMMM y"))
    return day_span(t, first, last)


def day_span(t: Translator, first: date | None, last: date) -> str:
    """Some day of a span, of which the first may be unknown."""
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


def report_source(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> str:
    """The source of a rank, the page it was read at where that is another, and the number of copies."""
    t, author = view.texts, escape(str(row["stated_by"]))
    page = escape(row["publisher"].partition(" (")[0])
    if row["copies"] > 1:
        return t.count(
            "{who} (read at {page} and {n} more page)",
            "{who} (read at {page} and {n} more pages)",
            int(row["copies"]) - 1,
            who=author,
            page=page,
        )
    if page.casefold() == author.casefold():
        return author
    return t("{who} (read at {page})", who=author, page=page)


def describe_report(view: ViewContext, row: Row, escape: Escape = escape_markdown) -> str:
    """One reported rank: app, rank, days, source."""
    t = view.texts
    return t(
        "{app} {place} {days}, says {who}",
        app=view.app_name(row["app"]),
        place=t.ordinal(int(row["rank"])),
        days=report_days(t, row),
        who=report_source(view, row, escape),
    )
