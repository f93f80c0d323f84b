"""Texts of a claim's fields (measurer, publisher, period, scope), the same in sentences, marks and tables."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.text.labels import code_label
from dashboard.text.translator import N_, Translator

Row = Mapping[Any, Any]
UNNAMED = "unnamed"
DAY_LENGTH = len("2025-02-06")
WEAKEST_TIER = 4  # tier of a source that names no source of its own
TIERS = {
    1: N_("the page of who measured or stated it"),
    2: N_("a named measurer, quoted"),
    3: N_("press"),
    4: N_("source not named"),
}
# Patterns of source names that contain another source, each with its translatable text.
SOURCE_PATTERNS = (
    (
        r"(?P<who>.+) \(read through the feed copy (?P<what>.+)\)",
        N_("{who} (read through the feed copy {what})"),
    ),
    (r"(?P<who>.+) \(read through a feed copy\)", N_("{who} (read through a feed copy)")),
    (r"(?P<who>.+) \(read at (?P<what>.+)\)", N_("{who} (read at {what})")),
    (r"(?P<who>.+) \(recorded by (?P<what>.+)\)", N_("{who} (recorded by {what})")),
    (r"(?P<who>.+) \(copy on (?P<what>.+)\)", N_("{who} (copy on {what})")),
    (r"(?P<who>.+) \(copy of (?P<what>.+) article\)", N_("{who} (copy of an article of {what})")),
    (r"(?P<who>.+) \((?P<what>.+) copy\)", N_("{who} (copy of {what})")),
    (r"(?P<who>.+) \(on (?P<what>.+), with (?P<more>.+)\)", N_("{who} (after {what}, with {more})")),
    (r"(?P<who>.+) \(on (?P<what>.+) data\)", N_("{who} (on data of {what})")),
    (r"(?P<who>.+) \(on (?P<what>.+)\)", N_("{who} (after {what})")),
    (r"(?P<who>.+) via GitHub public file", N_("{who} (public file on GitHub)")),
    (r"(?P<who>.+) \(\?\)", N_("{who} (by our reading)")),
)


def source_name(t: Translator, name: str) -> str:
    """A source's full name in the reader's language, with the source that it rests on."""
    for pattern, text in SOURCE_PATTERNS:
        if match := re.fullmatch(pattern, name):
            return t(text, **match.groupdict())
    return name


def measurer_name(t: Translator, name: str) -> str:
    """The name of who measured or stated a number, or that it is not named."""
    return t("measurer not named") if name == UNNAMED else source_name(t, name)


def statement_label(t: Translator, name: str) -> str:
    """A statement that several claims repeat: its author and date."""
    *author, last = name.split(", ")
    when = t.partial_date(last) if re.fullmatch(r"\d{4}(-\d\d){0,2}", last) else last
    return ", ".join([*author, when])


def measured_and_published(t: Translator, row: Row) -> str:
    """The measurer, then the publisher where the claim was read; once where they are the same."""
    measurer, publisher = measurer_name(t, row["stated_by"]), source_name(t, row["publisher"])
    if publisher.startswith(measurer):
        return measurer
    return t("{who}, read at {publisher}", who=measurer, publisher=publisher)


def measured_by(t: Translator, row: Row) -> str:
    """The measurer of a number; an estimate is marked as one."""
    measurer = measurer_name(t, row["stated_by"])
    if row["stated_by"] == UNNAMED or row["kind"] != "estimated":
        return measurer
    return t("{whose} estimate", whose=t.possessive(measurer))


def scope_exceptions(t: Translator, row: Row) -> list[str]:
    """Platform and country where they are not all and World, and which of them are not stated."""
    stated = _is_stated(row, "platform"), _is_stated(row, "scope")
    if not any(stated):
        return [t("platform and country not stated")]
    platform = [] if row["platform"] == "all" else [code_label(t, row["platform"])]
    country = [] if row.get("scope", "world") == "world" else [t.country(row["scope"])]
    return [
        *(platform if stated[0] else [t("platform not stated")]),
        *(country if stated[1] else [t("country not stated")]),
    ]


def scope_text(t: Translator, row: Row) -> str:
    """Platform and country of a claim, all and World included."""
    stated = _is_stated(row, "platform"), _is_stated(row, "scope")
    if not any(stated):
        return t("platform and country not stated")
    platform = code_label(t, row["platform"]) if stated[0] else t("platform not stated")
    country = t.country(row["scope"]) if stated[1] else t("country not stated")
    return f"{platform}, {country}"


def _is_stated(row: Row, field: str) -> bool:
    return bool(row.get(f"{field}_stated", True)) and row.get(field) != "unstated"


def period_text(t: Translator, row: Row) -> str:
    """The period of a number, as precise as its source gives it: a day, a month, a quarter, or approximate."""
    period = _span_text(t, row.get("period_start"), row["period_end"])
    if not row.get("approximate") or period == t("undated"):
        return period
    if _is_day(row["period_end"], row.get("period_start")):
        return t("about {day}", day=period)
    return t("about {when}", when=period)


def _is_day(end: str, start: object) -> bool:
    return len(end) == DAY_LENGTH and (not _is_given(start) or start == end)


def _span_text(t: Translator, start: str | None, end: str | None) -> str:
    if not _is_given(start) or not _is_given(end) or start == end:
        return t.partial_date(end if _is_given(end) else start)
    first, last = _first_day(str(start)), _last_day(str(end))
    if first.day == 1 and last == _last_day(f"{last:%Y-%m}"):
        return _months_text(t, first, last)
    return t("{first} to {last}", first=t.partial_date(start), last=t.partial_date(end))


def _months_text(t: Translator, first: date, last: date) -> str:
    """Whole months: one, those of one year, a year, or more."""
    if (first.year, first.month) == (last.year, last.month):
        return t.day(first, "MMMM y")
    if (first.month, last.month) == (1, 12) and first.year == last.year:
        return t.partial_date(f"{first.year}")
    begin = t.day(first, "MMMM" if first.year == last.year else "MMMM y")
    return t("{month} to {last_month}", month=begin, last_month=t.day(last, "MMMM y"))


def _is_given(iso: object) -> bool:
    return isinstance(iso, str) and bool(iso)


def _first_day(iso: str) -> date:
    return date.fromisoformat((iso + "-01-01")[:DAY_LENGTH])


def _last_day(iso: str) -> date:
    day = date.fromisoformat((iso + "-12-01")[:DAY_LENGTH])
    return day if len(iso) == DAY_LENGTH else day.replace(day=monthrange(day.year, day.month)[1])
