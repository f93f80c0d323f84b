"""Sentences on first place: days, streaks, and claims of it."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.labels import code_label
from dashboard.text.rank import rank_text, summary_line
from dashboard.text.reports import day_span, report_days, report_source

VERDICTS = ("confirmed", "not_seen", "open", "unread")  # of several in one entry the first counts


def title(view: ViewContext, summary: pd.DataFrame) -> str:
    """Days at rank 1 of the app with the most of them, by the day's last snapshot, of the chosen days."""
    t = view.texts
    if summary.empty:
        return t("Best, latest, and days at the top: no snapshot in this period")
    order = ["days_at_1", "days_ever_at_1", "days_top_10", "days_observed"]
    top = summary.sort_values(order, ascending=False).iloc[0].to_dict()
    missing = _missing_days(top)
    text = t.count("{n} day without a snapshot", "{n} days without a snapshot", missing)
    return t.join_semicolons([_describe_top(view, top), *([text] if missing else [])])


def _describe_top(view: ViewContext, row: Row) -> str:
    t, app = view.texts, view.app_name(row["app"])
    days = t.day_count(int(row["days_chosen"]))
    if row["days_at_1"]:
        n = t.number(row["days_at_1"])
        return t("{app} no. 1 on {n} of {days}, by the day’s last snapshot", app=app, n=n, days=days)
    if row["days_ever_at_1"]:
        n = t.number(row["days_ever_at_1"])
        return t(
            "{app} no. 1 at some time on {n} of {days}, in no day’s last snapshot", app=app, n=n, days=days
        )
    if row["days_top_10"]:
        n = t.number(row["days_top_10"])
        return t("None of these no. 1; {app} in the top 10 on {n} of {days}", app=app, n=n, days=days)
    return t("None of these in the top 10 in any day’s last snapshot of {days}", days=days)


def _missing_days(row: Row) -> int:
    return int(row["days_chosen"]) - int(row["days_observed"])


def sort_summary(view: ViewContext, summary: pd.DataFrame) -> pd.DataFrame:
    """The summary in the reader's sort order; apps that were never ranked come last."""
    if view.filters.sort == "name":
        return summary.sort_values("app", key=lambda apps: apps.map(view.app_name))
    return summary.sort_values(view.filters.sort, na_position="last", kind="stable")


def summary_table(view: ViewContext, summary: pd.DataFrame) -> pd.DataFrame:
    """A row an assistant: newest and best rank with their days, and days at the top (see queries/rank_summary.sql)."""
    t = view.texts
    columns = [
        t("Latest rank"),
        t("Best rank"),
        t("Days at no. 1"),
        t("Days in top 10"),
        t("Days in top 50"),
        t("Days with a snapshot"),
    ]
    rows = summary.to_dict("records")
    names = pd.Index([view.app_name(row["app"]) for row in rows], name=t("Assistant"))
    return pd.DataFrame([_summary_cells(view, row) for row in rows], columns=columns, index=names)


def _summary_cells(view: ViewContext, row: Row) -> list[str]:
    t = view.texts
    return [
        t.label(rank_text(t, row["latest"], row["latest_depth"]), t.day(row["latest_at"])),
        "–" if pd.isna(row["best"]) else t.label(t.ordinal(int(row["best"])), t.day(row["best_at"])),
        t.number(row["days_at_1"]),
        t.number(row["days_top_10"]),
        _top_50(view, row),
        t("{n} of {days}", n=t.number(row["days_observed"]), days=t.number(row["days_chosen"])),
    ]


def _top_50(view: ViewContext, row: Row) -> str:
    """Days in the top 50, over the days deep enough to tell where these are fewer."""
    t = view.texts
    days, decisive = t.number(row["days_top_50"]), t.number(row["days_told_50"])
    if row["days_told_50"] == row["days_observed"]:
        return days
    return t("{n} of {days}", n=days, days=decisive) if row["days_told_50"] else t("list too short")


def rank_summaries(view: ViewContext, summary: pd.DataFrame) -> list[str]:
    """Best, latest and longest streak of each app that was ever ranked; the others in one sentence."""
    t = view.texts
    ranked = summary[summary["best"].notna()].to_dict("records")
    below = [view.app_name(app) for app in summary[summary["best"].isna()]["app"]]
    sentences = [f"{summary_line(view, row)}{_streak_texts(view, row)}" for row in ranked]
    if below:
        sentences.append(t("Outside the list in every snapshot: {apps}.", apps=t.join(below)))
    return sentences


def _streak_texts(view: ViewContext, row: Row) -> str:
    """The longest streak at 1 (a lower bound where days are missing), and the days at 1 at some time."""
    return "".join(f" {part}" for part in (_streak(view, row), _at_some_time(view, row)) if part)


def _streak(view: ViewContext, row: Row) -> str:
    if pd.isna(row["run_from"]):
        return ""
    t, n, day = view.texts, int(row["run_at_1"]), view.texts.day(row["run_from"])
    if _missing_days(row):
        return t.count(
            "Longest streak at no. 1: at least {n} day, from {day}.",
            "Longest streak at no. 1: at least {n} days, from {day}.",
            n,
            day=day,
        )
    return t.count(
        "Longest streak at no. 1: {n} day, from {day}.",
        "Longest streak at no. 1: {n} days, from {day}.",
        n,
        day=day,
    )


def _at_some_time(view: ViewContext, row: Row) -> str:
    t, days, ever = view.texts, int(row["days_at_1"]), int(row["days_ever_at_1"])
    if ever == days:
        return ""
    return t(
        "No. 1 at some time on {n} days, at the day’s last snapshot on {last}.",
        n=t.number(ever),
        last=t.number(days),
    )


def claims_title(view: ViewContext, claims: pd.DataFrame) -> str:
    """The number of independent reports of first place, and how many of them a snapshot confirms."""
    t, reports = view.texts, claims[claims["speaks"]]
    count = t.count("{n} report of first place", "{n} reports of first place", len(reports))
    text = ", ".join(filter(None, [count, _copies_text(view, reports)]))
    confirmed = int((reports["verdict"] == "confirmed").sum())
    if not confirmed:
        return t.label(text, t("none confirmed by a snapshot"))
    return t.label(text, t.count("{n} confirmed by a snapshot", "{n} confirmed by snapshots", confirmed))


def _copies_text(view: ViewContext, reports: pd.DataFrame) -> str:
    """The number of pages that repeat the reports with copies."""
    t, copied = view.texts, reports[reports["copies"] > 1]
    if copied.empty:
        return ""
    pages = t.number(int(copied["copies"].sum()))
    if len(reports) == 1:
        return t("repeated on {pages} pages", pages=pages)
    if len(copied) == 1:
        return t("one of them repeated on {pages} pages", pages=pages)
    return t("{n} of them repeated on {pages} pages", n=t.number(len(copied)), pages=pages)


def describe_claims(view: ViewContext, answer: pd.DataFrame) -> list[str]:
    """One sentence per entry: reports of one event or within a week, with the days of each."""
    reports = answer[answer["speaks"]]
    return [_describe_entry(view, rows) for _, rows in reports.groupby(["app", "entry"], sort=False)]


def _describe_entry(view: ViewContext, rows: pd.DataFrame) -> str:
    t, row = view.texts, rows.iloc[0].to_dict()
    days = ["first_day", "last_day", "precision"]
    parts = [
        _describe_reports(view, day_rows) for _, day_rows in rows.groupby(days, sort=False, dropna=False)
    ]
    app = view.app_name(row["app"])
    if len(parts) == 1:
        text = t("{app} first, {report}", app=app, report=parts[0])
    else:
        span = day_span(t, row["entry_first"], row["entry_last"])
        count = t.count("{n} report", "{n} reports", len(rows))
        text = t("{app} first, {days}, in {reports}", app=app, days=span, reports=count)
        text = t.label(text, t.join_semicolons(parts))
    verdict = code_label(t, next(code for code in VERDICTS if (rows["verdict"] == code).any()))
    return f"{t.label(verdict[:1].upper() + verdict[1:], text)}."


def _describe_reports(view: ViewContext, rows: pd.DataFrame) -> str:
    """Reports that give the same days: the days, the sources, and what snapshots of these days show."""
    t, row = view.texts, rows.iloc[0].to_dict()
    sources = list(dict.fromkeys(report_source(view, report) for report in rows.to_dict("records")))
    text = t.count(
        "{days}, says {who}", "{days}, say {who}", len(sources), days=report_days(t, row), who=t.join(sources)
    )
    if row["verdict"] not in ("confirmed", "not_seen"):
        return text
    n, days = t.number(row["days_at_1"]), int(row["days_observed"])
    return text + t.count(
        " ({n} of these days with a snapshot, first at some time on {firsts})",
        " ({n} of these days with snapshots, first at some time on {firsts})",
        days,
        firsts=n,
    )
