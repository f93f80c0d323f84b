"""Sentences on the data itself: how recent it is, and how to read it."""

from datetime import datetime, timedelta

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.rank import chart_name


def newest_snapshot(view: ViewContext, freshness: pd.DataFrame) -> str:
    """The newest snapshot of the chosen country's charts; columns: see queries/country_freshness.sql."""
    t, country = view.texts, view.texts.country(view.filters.country)
    if freshness.empty:
        return t("{country}: no chart snapshot yet", country=country)
    newest = freshness.iloc[0].to_dict()
    return t(
        "{country}, latest chart snapshot: {moment}, {chart}",
        country=country,
        moment=t.utc_datetime(newest["newest_at"], newest["time_precision"]),
        chart=chart_name(view, newest),
    )


def other_archives(view: ViewContext, freshness: pd.DataFrame) -> str:
    """The day of the newest snapshot of each source but the first; empty without another."""
    t, days = view.texts, [t_day.date() for t_day in freshness["newest_at"].iloc[1:]]
    if not days:
        return ""
    return t.count(
        "{n} other archive of its charts ends on {days}",
        "{n} other archives of its charts end on {days}",
        len(days),
        days=t.join(t.day(day) for day in days),
    )


def is_own(view: ViewContext, row: Row) -> bool:
    """True for a source that this project collects itself; the others are archives."""
    return any(item.own for item in view.catalog.collections if item.id == row["collection"])


def is_late(row: Row, now: datetime) -> bool:
    """True where a source has had no snapshot for twice its cadence [hours]; `now` is UTC."""
    return bool(now - row["newest_at"] > timedelta(hours=2 * int(row["cadence"])))


def age_label(view: ViewContext, row: Row, now: datetime) -> str:
    """The age of a source's newest snapshot, for a badge."""
    return view.texts("last snapshot {ago}", ago=view.texts.ago(now - row["newest_at"]))


def cadence_label(view: ViewContext, row: Row, now: datetime) -> str:
    """The interval at which a source should have snapshots; of an archive that has none any more, its last day."""
    t, hours = view.texts, int(row["cadence"])
    if is_late(row, now) and not is_own(view, row):
        return t("ended {day}", day=t.day(row["newest_at"]))
    if hours % 24 != 0:
        return t("should update every {n} hours", n=t.number(hours))
    days = hours // 24
    return t("should update daily") if days == 1 else t("should update every {n} days", n=t.number(days))
