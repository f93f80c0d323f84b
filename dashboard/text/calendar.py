"""Sentences on which days of a chart were read."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.text.context import ViewContext
from dashboard.text.labels import catalog_label, code_label


@dataclass(frozen=True)
class MonthRun:
    """A month with readings, or a run of months without any; `read` is coverage_by_day."""

    first: date
    last: date
    coverage: pd.DataFrame


def split_by_month(coverage: pd.DataFrame, since: date, until: date) -> list[MonthRun]:
    """The days from `since` to `until` by month, months without a reading run together."""
    found: list[MonthRun] = []
    for month in pd.period_range(since, until, freq="M"):
        first, last = max(since, month.start_time.date()), min(until, month.end_time.date())
        read = coverage[(coverage["day"] >= first) & (coverage["day"] <= last)]
        if read.empty and found and found[-1].coverage.empty:
            found[-1] = MonthRun(found[-1].first, last, read)
        else:
            found.append(MonthRun(first, last, read))
    return found


def title(view: ViewContext, coverage: pd.DataFrame) -> str:
    """How many of the days shown have a reading."""
    t, f = view.texts, view.filters
    return t(
        "{country}, {category}: {n} of {days} read",
        country=t.country(f.country),
        category=catalog_label(view.catalog, t, "categories", f.category),
        n=t.number(len(coverage)),
        days=t.count("{n} day", "{n} days", (f.until - f.since).days + 1),
    )


def lead(view: ViewContext, coverage: pd.DataFrame) -> str:
    """On how many days a whole chart was kept, and on how many the places of assistants alone."""
    t, whole = view.texts, int((coverage["complete"] > 0).sum())
    parts = [
        t.count("a whole chart kept on {n} day", "a whole chart kept on {n} days", whole),
        t.count("assistants alone on {n} day", "assistants alone on {n} days", len(coverage) - whole),
    ]
    told = t.join_semicolons(part for part, n in zip(parts, (whole, len(coverage) - whole), strict=True) if n)
    return f"{told[:1].upper()}{told[1:]}."


def month_label(view: ViewContext, part: MonthRun) -> str:
    """What stands above a month: days, readings, depth and who recorded them; or that nobody looked."""
    t = view.texts
    if part.coverage.empty:
        return t.label(_months(view, part), t("not read"))
    days = t.count("{n} day", "{n} days", (part.last - part.first).days + 1)
    told = [
        t("{n} of {days}", n=t.number(len(part.coverage)), days=days),
        t.count("{n} reading", "{n} readings", int(part.coverage["readings"].sum())),
        _depth(view, part.coverage),
    ]
    return (
        f"{t.label(f'<b>{_months(view, part)}</b>', ', '.join(told))}<br>{_collections(view, part.coverage)}"
    )


def _months(view: ViewContext, part: MonthRun) -> str:
    t = view.texts
    first, last = t.day(part.first, "MMMM y"), t.day(part.last, "MMMM y")
    return first if first == last else f"{first} – {last}"


def _depth(view: ViewContext, read: pd.DataFrame) -> str:
    least, most = int(read["min_depth"].min()), int(read["max_depth"].max())
    if least == most:
        return view.texts("top {depth}", depth=most)
    return view.texts("top {least} to {most}", least=least, most=most)


def _collections(view: ViewContext, read: pd.DataFrame) -> str:
    return view.texts.join(sorted({one for cell in read["collections"] for one in cell.split(";")}))


def alt(view: ViewContext, parts: list[MonthRun]) -> str:
    """The calendar for those who do not see it: each month's label, then its days by what was kept."""
    return ". ".join(filter(None, [_describe_month(view, part) for part in parts]))


def _describe_month(view: ViewContext, part: MonthRun) -> str:
    t, said = view.texts, month_label(view, part)
    for mark, plain in (("<b>", ""), ("</b>", ""), ("<br>", ", ")):
        said = said.replace(mark, plain)
    whole = part.coverage["complete"] > 0
    kinds = (
        (t("whole chart"), part.coverage["day"][whole]),
        (t("assistants alone"), part.coverage["day"][~whole]),
    )
    return t.join_semicolons([said, *(t.label(kind, _day_ranges(days)) for kind, days in kinds if len(days))])


def _day_ranges(days: "pd.Series[date]") -> str:
    """Days of one month in few words: 1–3, 11, 17."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day.day == runs[-1][-1] + 1:
            runs[-1].append(day.day)
        else:
            runs.append([day.day])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def source_line(view: ViewContext, coverage: pd.DataFrame) -> str:
    """Provenance of the calendar: who recorded the readings, and the days from the first to the last."""
    t = view.texts
    return " · ".join(
        [
            code_label(t, "observed").capitalize(),
            t("store feeds, recorded by {who}", who=_collections(view, coverage)),
            t("read {days}", days=t.days(coverage["day"].iloc[0], coverage["day"].iloc[-1])),
            t.count("{n} reading", "{n} readings", int(coverage["readings"].sum())),
        ]
    )
