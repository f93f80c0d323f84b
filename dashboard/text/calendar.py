"""Sentences on the days of a chart that have a reading."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.text.context import ViewContext
from dashboard.text.escaping import strip_tags
from dashboard.text.labels import catalog_label
from dashboard.text.provenance import observed_line
from dashboard.text.rank import depth_text


@dataclass(frozen=True)
class MonthRun:
    """A month with readings, or consecutive months without any; columns of `coverage`: see queries/coverage_by_day.sql."""

    first: date
    last: date
    coverage: pd.DataFrame


def split_by_month(coverage: pd.DataFrame, since: date, until: date) -> list[MonthRun]:
    """The days from `since` to `until` by month; consecutive months without a reading are one run."""
    runs: list[MonthRun] = []
    for month in pd.period_range(since, until, freq="M"):
        first, last = max(since, month.start_time.date()), min(until, month.end_time.date())
        month_coverage = coverage[(coverage["day"] >= first) & (coverage["day"] <= last)]
        if month_coverage.empty and runs and runs[-1].coverage.empty:
            runs[-1] = MonthRun(runs[-1].first, last, month_coverage)
        else:
            runs.append(MonthRun(first, last, month_coverage))
    return runs


def title(view: ViewContext, coverage: pd.DataFrame) -> str:
    """Title: country, category and the number of days with a reading."""
    t, f = view.texts, view.filters
    return t(
        "{country}, {category}: {n} of {days} read",
        country=t.country(f.country),
        category=catalog_label(view.catalog, t, "categories", f.category),
        n=t.number(len(coverage)),
        days=t.day_count(view.days_chosen),
    )


def lead(view: ViewContext, coverage: pd.DataFrame) -> str:
    """The number of days with a complete chart, and with ranks of assistants only."""
    t, complete = view.texts, int((coverage["complete"] > 0).sum())
    partial = len(coverage) - complete
    parts = [
        t.count("a whole chart kept on {n} day", "a whole chart kept on {n} days", complete),
        t.count("assistants alone on {n} day", "assistants alone on {n} days", partial),
    ]
    text = t.join_semicolons(part for part, n in zip(parts, (complete, partial), strict=True) if n)
    return f"{text[:1].upper()}{text[1:]}."


def month_label(view: ViewContext, part: MonthRun) -> str:
    """Heading of a month: days, readings, depth and collections; or that it was not read."""
    t = view.texts
    if part.coverage.empty:
        return t.label(_months(view, part), t("not read"))
    days = t.day_count((part.last - part.first).days + 1)
    counts = [
        t("{n} of {days}", n=t.number(len(part.coverage)), days=days),
        t.count("{n} reading", "{n} readings", int(part.coverage["readings"].sum())),
        depth_text(t, part.coverage["min_depth"].min(), part.coverage["max_depth"].max()),
    ]
    return f"{t.label(f'<b>{_months(view, part)}</b>', ', '.join(counts))}<br>{_collections(view, part.coverage)}"


def _months(view: ViewContext, part: MonthRun) -> str:
    t = view.texts
    first, last = t.day(part.first, "MMMM y"), t.day(part.last, "MMMM y")
    return first if first == last else f"{first} – {last}"


def _collections(view: ViewContext, coverage: pd.DataFrame) -> str:
    names = {name for cell in coverage["collections"] for name in cell.split(";")}
    return view.texts.join(sorted(names))


def alt(view: ViewContext, parts: list[MonthRun]) -> str:
    """Alternative text: each month's heading, then its days by kind of reading."""
    return ". ".join(filter(None, [_describe_month(view, part) for part in parts]))


def _describe_month(view: ViewContext, part: MonthRun) -> str:
    t, text = view.texts, strip_tags(month_label(view, part), ", ")
    complete = part.coverage["complete"] > 0
    kinds = (
        (t("whole chart"), part.coverage["day"][complete]),
        (t("assistants alone"), part.coverage["day"][~complete]),
    )
    return t.join_semicolons([text, *(t.label(kind, _day_ranges(days)) for kind, days in kinds if len(days))])


def _day_ranges(days: "pd.Series[date]") -> str:
    """Days of one month as ranges: 1–3, 11, 17."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day.day == runs[-1][-1] + 1:
            runs[-1].append(day.day)
        else:
            runs.append([day.day])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def source_line(view: ViewContext, coverage: pd.DataFrame) -> str:
    """Source line: collections, first and last day, number of readings."""
    t = view.texts
    return observed_line(
        t,
        t("store feeds, recorded by {who}", who=_collections(view, coverage)),
        t("read {days}", days=t.days(coverage["day"].iloc[0], coverage["day"].iloc[-1])),
        t.count("{n} reading", "{n} readings", int(coverage["readings"].sum())),
    )
