"""Sentences on places in a chart."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard.session import View

Row = dict[Any, Any]


def place(view: View, row: Row) -> str:
    """Where an app stood in one reading."""
    t = view.texts
    if row["state"] == "below":
        return t("{app} below the cut-off of {depth}", app=view.name(row["app"]), depth=row["depth"])
    return t("{app} {place}", app=view.name(row["app"]), place=t.ordinal(int(row["rank"])))


def standing(view: View, rows: pd.DataFrame) -> str:
    """One reading in a sentence: its day, the ranked apps in order, the others together."""
    t = view.texts
    ranked = [place(view, row) for row in rows[rows["state"] == "ranked"].to_dict("records")]
    below = [view.name(app) for app in rows[rows["state"] == "below"]["app"]]
    parts = [t.join(ranked)] if ranked else []
    if below:
        depth = int(rows["depth"].iloc[0])
        parts.append(t("{apps} below the cut-off of {depth}", apps=t.join(below), depth=depth))
    return t("{day}: {places}", day=t.day(rows["observed_at"].iloc[0]), places=t.clauses(parts))


def rank_title(view: View, history: pd.DataFrame, reported: pd.DataFrame) -> str:
    """The newest reading drawn; where there is none, the best place reported."""
    t = view.texts
    if not history.empty:
        newest = history[history["observed_at"] == history["observed_at"].max()]
        return standing(view, newest.sort_values("rank"))
    best = reported.sort_values(["rank", "last_day"]).iloc[0]
    return t(
        "{app} reported {place}; no reading", app=view.name(best["app"]), place=t.ordinal(int(best["rank"]))
    )


def rank_alt(view: View, summary: pd.DataFrame, reported: pd.DataFrame) -> str:
    """The rank history for those who do not see it."""
    t = view.texts
    parts = [summary_line(view, row) for row in summary.to_dict("records")]
    parts += [_report(view, row) for row in reported.to_dict("records")]
    return " ".join(parts) or t("No reading and no report.")


def summary_line(view: View, row: Row) -> str:
    """Best and latest place of one app, over the days read."""
    t, name = view.texts, view.name(row["app"])
    days = t.count("{n} day read", "{n} days read", int(row["days_observed"]))
    if pd.isna(row["best"]):
        return t("{app}: below the cut-off in every reading, {days}.", app=name, days=days)
    latest = t("below the cut-off") if pd.isna(row["latest"]) else t.ordinal(int(row["latest"]))
    return t(
        "{app}: best {best} on {best_day}, latest {latest} on {latest_day}, {days}.",
        app=name,
        best=t.ordinal(int(row["best"])),
        best_day=t.day(row["best_at"]),
        latest=latest,
        latest_day=t.day(row["latest_at"]),
        days=days,
    )


def _report(view: View, row: Row) -> str:
    t = view.texts
    first: date = row["last_day"] if pd.isna(row["first_day"]) else row["first_day"]
    return t(
        "{app} reported {place} by {who}, {days}.",
        app=view.name(row["app"]),
        place=t.ordinal(int(row["rank"])),
        who=row["publisher"],
        days=t.days(first, row["last_day"]),
    )


def first_places(view: View, reported: pd.DataFrame) -> list[str]:
    """One sentence a claim of first place, with the days it may mean and who said so."""
    t = view.texts
    firsts = reported[reported["rank"] == 1].drop_duplicates(["app", "first_day", "last_day"])
    if firsts.empty:
        return [t("Nobody is known to have reported a first place in this chart in these days.")]
    return [
        t(
            "{app} reported first in {country}, {days}, by {who}.",
            app=view.name(row["app"]),
            country=t.country(view.filters.country),
            days=meant(view, row),
            who=row["publisher"],
        )
        for row in firsts.to_dict("records")
    ]


def meant(view: View, row: Row) -> str:
    """The days that a report may mean, with how exact it is."""
    t = view.texts
    if pd.isna(row["first_day"]):
        return t("by {day} at the latest", day=t.day(row["last_day"]))
    if row["first_day"] == row["last_day"]:
        return t("on {day}", day=t.day(row["last_day"]))
    ends = {"first": t.day(row["first_day"]), "last": t.day(row["last_day"])}
    return t("on some day from {first} to {last}", **ends)
