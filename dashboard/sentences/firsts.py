"""Sentences on first place: on how many of the days read, how long, and who claims it."""

from typing import Any

import pandas as pd

from dashboard.sentences.rank import meant, summary_line
from dashboard.session import View

Row = dict[Any, Any]


def title(view: View, summary: pd.DataFrame) -> str:
    """Days at 1 of the app that has most of them, over the days read."""
    t = view.texts
    if summary.empty:
        return t("Best, latest, and days at the top: no reading in these days")
    top = summary.sort_values(["days_at_1", "days_top_10"], ascending=False).iloc[0]
    days = t.count("{n} day read", "{n} days read", int(top["days_observed"]))
    if top["days_at_1"]:
        return t(
            "{app} first on {n} of {days}", app=view.name(top["app"]), n=t.number(top["days_at_1"]), days=days
        )
    if top["days_top_10"]:
        return t(
            "None first; {app} in the top 10 on {n} of {days}",
            app=view.name(top["app"]),
            n=t.number(top["days_top_10"]),
            days=days,
        )
    return t("None in the top 10 on {days}", days=days)


def in_order(view: View, summary: pd.DataFrame) -> pd.DataFrame:
    """The summary as the reader wants it sorted; who was never ranked comes last."""
    if view.filters.sort == "name":
        return summary.sort_values("app", key=lambda apps: apps.map(view.name))
    return summary.sort_values(view.filters.sort, na_position="last", kind="stable")


def label(view: View, row: Row) -> str:
    """One app's row in the figure: the days read, and those near the top."""
    name = f"<b>{view.name(row['app'])}</b>"
    return f"{view.texts.label(name, _read(view, row))}<br>{_days(view, row)}"


def _read(view: View, row: Row) -> str:
    return view.texts.count("{n} day read", "{n} days read", int(row["days_observed"]))


def _days(view: View, row: Row) -> str:
    t = view.texts
    return t(
        "1st {first} · top 3 {three} · top 10 {ten} · top 50 {fifty}",
        first=t.number(row["days_at_1"]),
        three=t.number(row["days_top_3"]),
        ten=t.number(row["days_top_10"]),
        fifty=_top_50(view, row),
    )


def _top_50(view: View, row: Row) -> str:
    """Days in the top 50, over those that can tell where these are not all."""
    t = view.texts
    days, told = t.number(row["days_top_50"]), t.number(row["days_told_50"])
    if row["days_told_50"] == row["days_observed"]:
        return days
    return t("{n} of {told} told", n=days, told=told) if row["days_told_50"] else t("untold")


def alt(view: View, summary: pd.DataFrame) -> str:
    """All that the figure draws, app by app, in days."""
    rows = summary.to_dict("records")
    return " ".join(
        f"{view.texts.label(view.name(row['app']), _read(view, row))}, {_days(view, row)}." for row in rows
    )


def about(view: View, summary: pd.DataFrame) -> str:
    """How days are counted, and on how many of them the top 50 can be told."""
    t = view.texts
    parts = [
        t("A day counts where one of its readings has the app there"),
        t("the fuller the colour, the higher"),
    ]
    if (summary["days_told_50"] < summary["days_observed"]).any():
        parts.append(t("untold: fewer than 50 places read"))
    return " · ".join(parts)


def courses(view: View, summary: pd.DataFrame) -> list[str]:
    """Best, latest and longest run of each app that was ever ranked; the others together."""
    t = view.texts
    ranked = summary[summary["best"].notna()].to_dict("records")
    below = [view.name(app) for app in summary[summary["best"].isna()]["app"]]
    told = [f"{summary_line(view, row)}{_run(view, row)}" for row in ranked]
    if below:
        told.append(t("Below the cut-off in every reading: {apps}.", apps=t.join(below)))
    return told


def _run(view: View, row: Row) -> str:
    if pd.isna(row["run_from"]):
        return ""
    t = view.texts
    return " " + t.count(
        "Longest run at 1: {n} day read in a row, from {day}.",
        "Longest run at 1: {n} days read in a row, from {day}.",
        int(row["run_at_1"]),
        day=t.day(row["run_from"]),
    )


def claims_title(view: View, claims: pd.DataFrame) -> str:
    """How many say that somebody was first, and how many of them a reading bears out."""
    t = view.texts
    count = t.count("{n} claim of first place", "{n} claims of first place", len(claims))
    confirmed = int((claims["verdict"] == "confirmed").sum())
    if not confirmed:
        return t.label(count, t("none confirmed by a reading"))
    return t.label(count, t.count("{n} confirmed by a reading", "{n} confirmed by readings", confirmed))


def claims(view: View, answer: pd.DataFrame) -> list[str]:
    """One sentence for each place and days claimed, with all who claim it."""
    same = answer.groupby(["app", "first_day", "last_day"], sort=False, dropna=False)
    return [_claim(view, rows) for _, rows in same]


def _claim(view: View, rows: pd.DataFrame) -> str:
    t, row = view.texts, rows.iloc[0].to_dict()
    who = list(dict.fromkeys(rows["stated_by"]))
    said = t.count(
        "**{app}** first {days}, says {who}",
        "**{app}** first {days}, say {who}",
        len(who),
        app=view.name(row["app"]),
        days=meant(view, row),
        who=t.join(who),
    )
    return f"{t.clauses([said, _read_then(view, row)])}." if row["days_observed"] else f"{said}."


def _read_then(view: View, row: Row) -> str:
    """What readings of the days that it may mean say."""
    t = view.texts
    read = t.count("{n} day of these read", "{n} days of these read", int(row["days_observed"]))
    if row["days_at_1"]:
        return t("{days}, first on {n}", days=read, n=t.number(row["days_at_1"]))
    return t("{days}, first on none", days=read)
