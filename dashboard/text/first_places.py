"""Sentences on first place: on how many of the days read, how long, and who claims it."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.labels import code_label
from dashboard.text.rank import coverage_text, summary_line
from dashboard.text.reports import day_span, report_days, report_source

VERDICTS = ("confirmed", "not_seen", "open", "unread")  # of several in one entry the first speaks


def title(view: ViewContext, summary: pd.DataFrame) -> str:
    """Days at 1 of the app that has most of them, by the day's last snapshot, of the days chosen."""
    t = view.texts
    if summary.empty:
        return t("Best, latest, and days at the top: no reading in these days")
    order = ["days_at_1", "days_ever_at_1", "days_top_10", "days_observed"]
    top = summary.sort_values(order, ascending=False).iloc[0].to_dict()
    return (
        t.join_semicolons([_describe_top(view, top), _missing_days_text(view, top)])
        if _missing_days(top)
        else _describe_top(view, top)
    )


def _describe_top(view: ViewContext, row: Row) -> str:
    t, app = view.texts, view.app_name(row["app"])
    days = t.count("{n} day", "{n} days", int(row["days_chosen"]))
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


def _missing_days_text(view: ViewContext, row: Row) -> str:
    return view.texts.count("{n} day without a snapshot", "{n} days without a snapshot", _missing_days(row))


def sort_summary(view: ViewContext, summary: pd.DataFrame) -> pd.DataFrame:
    """The summary as the reader wants it sorted; who was never ranked comes last."""
    if view.filters.sort == "name":
        return summary.sort_values("app", key=lambda apps: apps.map(view.app_name))
    return summary.sort_values(view.filters.sort, na_position="last", kind="stable")


def app_label(view: ViewContext, row: Row) -> str:
    """One app's row in the figure: the days with a snapshot, and those near the top."""
    name = f"<b>{view.app_name(row['app'])}</b>"
    return f"{view.texts.label(name, coverage_text(view, row))}<br>{_days(view, row)}"


def _days(view: ViewContext, row: Row) -> str:
    t = view.texts
    return t(
        "1st {first} · top 3 {three} · top 10 {ten} · top 50 {fifty}",
        first=t.number(row["days_at_1"]),
        three=t.number(row["days_top_3"]),
        ten=t.number(row["days_top_10"]),
        fifty=_top_50(view, row),
    )


def _top_50(view: ViewContext, row: Row) -> str:
    """Days in the top 50, over those that can tell where these are not all."""
    t = view.texts
    days, told = t.number(row["days_top_50"]), t.number(row["days_told_50"])
    if row["days_told_50"] == row["days_observed"]:
        return days
    return t("{n} of {told} told", n=days, told=told) if row["days_told_50"] else t("untold")


def alt(view: ViewContext, summary: pd.DataFrame) -> str:
    """All that the figure draws, app by app, in days."""
    rows = summary.to_dict("records")
    return " ".join(
        f"{view.texts.label(view.app_name(row['app']), coverage_text(view, row))}, {_days(view, row)}."
        for row in rows
    )


def source_line(view: ViewContext, summary: pd.DataFrame) -> str:
    """How days are counted, and on how many of them the top 50 can be told."""
    t = view.texts
    parts = [
        t("A day counts where its last snapshot (UTC) has the app"),
        t("the fuller the colour, the higher"),
    ]
    if (summary["days_told_50"] < summary["days_observed"]).any():
        parts.append(t("untold: fewer than 50 places read"))
    return " · ".join(parts)


def rank_summaries(view: ViewContext, summary: pd.DataFrame) -> list[str]:
    """Best, latest and longest run of each app that was ever ranked; the others together."""
    t = view.texts
    ranked = summary[summary["best"].notna()].to_dict("records")
    below = [view.app_name(app) for app in summary[summary["best"].isna()]["app"]]
    told = [f"{summary_line(view, row)}{_streak_texts(view, row)}" for row in ranked]
    if below:
        told.append(t("Below the cut-off in every snapshot: {apps}.", apps=t.join(below)))
    return told


def _streak_texts(view: ViewContext, row: Row) -> str:
    """The longest streak at 1, which unread days may have cut, and the days at 1 in any of their snapshots."""
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
    """How many independent reports say that somebody was first, and how many of them a snapshot bears out."""
    t, reports = view.texts, claims[claims["speaks"]]
    count = t.count("{n} report of first place", "{n} reports of first place", len(reports))
    told = ", ".join(filter(None, [count, _copies_text(view, reports)]))
    confirmed = int((reports["verdict"] == "confirmed").sum())
    if not confirmed:
        return t.label(told, t("none confirmed by a snapshot"))
    return t.label(told, t.count("{n} confirmed by a snapshot", "{n} confirmed by snapshots", confirmed))


def _copies_text(view: ViewContext, reports: pd.DataFrame) -> str:
    """How many pages tell the reports that more than one tells."""
    t, copied = view.texts, reports[reports["copies"] > 1]
    if copied.empty:
        return ""
    pages = t.number(int(copied["copies"].sum()))
    if len(reports) == 1:
        return t("told by {pages} pages", pages=pages)
    if len(copied) == 1:
        return t("one of them told by {pages} pages", pages=pages)
    return t("{n} of them told by {pages} pages", n=t.number(len(copied)), pages=pages)


def describe_claims(view: ViewContext, answer: pd.DataFrame) -> list[str]:
    """One sentence for each entry: reports on one event, or within a week, with the days of each."""
    reports = answer[answer["speaks"]]
    return [_describe_entry(view, rows) for _, rows in reports.groupby(["app", "entry"], sort=False)]


def _describe_entry(view: ViewContext, rows: pd.DataFrame) -> str:
    t, row = view.texts, rows.iloc[0].to_dict()
    days = ["first_day", "last_day", "precision"]
    parts = [_describe_reports(view, same) for _, same in rows.groupby(days, sort=False, dropna=False)]
    app = view.app_name(row["app"])
    if len(parts) == 1:
        said = t("{app} first, {report}", app=app, report=parts[0])
    else:
        span = day_span(t, row["entry_first"], row["entry_last"])
        count = t.count("{n} report", "{n} reports", len(rows))
        said = t("{app} first, {days}, in {reports}", app=app, days=span, reports=count)
        said = t.label(said, t.join_semicolons(parts))
    verdict = code_label(t, next(one for one in VERDICTS if (rows["verdict"] == one).any()))
    return f"{t.label(verdict[:1].upper() + verdict[1:], said)}."


def _describe_reports(view: ViewContext, rows: pd.DataFrame) -> str:
    """The reports that give the same days: these, all who state them, and what snapshots of them say."""
    t, row = view.texts, rows.iloc[0].to_dict()
    people = list(dict.fromkeys(report_source(view, one) for one in rows.to_dict("records")))
    said = t.count(
        "{days}, says {who}", "{days}, say {who}", len(people), days=report_days(t, row), who=t.join(people)
    )
    if row["verdict"] not in ("confirmed", "not_seen"):
        return said
    n, days = t.number(row["days_at_1"]), int(row["days_observed"])
    return said + t.count(
        " ({n} of these days with a snapshot, first at some time on {firsts})",
        " ({n} of these days with snapshots, first at some time on {firsts})",
        days,
        firsts=n,
    )
