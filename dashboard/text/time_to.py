"""The time to a number of downloads, in words and in short form."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.translator import Translator

# Values of `unranked` (queries/time_to_goal.sql) of launches that are not like for like.
UNLIKE_REASONS = ("no_launch", "one_store", "counted_before")


def range_text(low: float | None, high: float | None, t: Translator) -> str:
    """An interval in words: at least 1M; 950K to 1.5M; at most 2.2M; no claim."""
    if pd.isna(low) and pd.isna(high):
        return t("no claim")
    if pd.isna(high):
        return t("at least {value}", value=t.floor(float(low or 0)))
    if pd.isna(low):
        return t("at most {value}", value=t.ceiling(float(high or 0)))
    return t.interval(float(low or 0), float(high or 0))


def is_like_for_like(row: Row) -> bool:
    """True where a row of time_to_goal is in the chosen race and comparable with the others of it."""
    return row["race"] == "same" and row["unranked"] not in UNLIKE_REASONS


def time_to_text(row: Row, t: Translator) -> str:
    """The interval of a row of time_to_goal in words."""
    if pd.isna(row["by_day"]):
        return t("not yet by day {day}", day=t.number(row["after_day"]))
    last = days_text(row, t)
    if row["approximate"]:
        return t("by about day {day}", day=last)
    if pd.isna(row["after_day"]):
        return t("by day {day}", day=last)
    if row["after_day"] >= row["by_day"]:
        return t("by day {day}, though another source has less", day=last)
    first = t.number(row["after_day"] + 1)
    return (
        t("on day {day}", day=last) if first == last else t("day {first} to {last}", first=first, last=last)
    )


def time_to_symbol(row: Row, t: Translator) -> str:
    """The interval in short form, for labels and cells: ≤ 14, 5 … 7, > 26."""
    if pd.isna(row["by_day"]):
        return f">\u00a0{t.number(row['after_day'])}"
    if pd.isna(row["after_day"]) or row["after_day"] >= row["by_day"]:
        return f"{'≈' if pd.isna(row['sure_day']) else '≤'}\u00a0{days_text(row, t)}"
    first, last = t.number(row["after_day"] + 1), days_text(row, t)
    return last if first == last else f"{first} … {last}"


def days_text(row: Row, t: Translator) -> str:
    """The day as stated, and the day that is certain where it is another."""
    stated, certain = row["by_day"], row["sure_day"]
    return (
        t.number(stated)
        if pd.isna(certain) or certain == stated
        else f"{t.number(stated)}–{t.number(certain)}"
    )
