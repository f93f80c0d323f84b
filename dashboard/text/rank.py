"""Sentences on places in a chart."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.reports import said


def place(view: ViewContext, row: Row) -> str:
    """Where an app stood in one reading."""
    t = view.texts
    if row["state"] == "below":
        return t("{app} below the cut-off of {depth}", app=view.app_name(row["app"]), depth=row["depth"])
    return t("{app} {place}", app=view.app_name(row["app"]), place=t.ordinal(int(row["rank"])))


def reading_summary(view: ViewContext, rows: pd.DataFrame) -> str:
    """One reading in a sentence: its day, the ranked apps in order, the others together."""
    t = view.texts
    ranked = [place(view, row) for row in rows[rows["state"] == "ranked"].to_dict("records")]
    below = [view.app_name(app) for app in rows[rows["state"] == "below"]["app"]]
    parts = [t.join(ranked)] if ranked else []
    if below:
        depth = int(rows["depth"].iloc[0])
        parts.append(t("{apps} below the cut-off of {depth}", apps=t.join(below), depth=depth))
    return t("{day}: {places}", day=t.day(rows["observed_at"].iloc[0]), places=t.join_semicolons(parts))


def rank_title(view: ViewContext, history: pd.DataFrame, reported: pd.DataFrame) -> str:
    """The newest reading drawn; where there is none, the best place reported."""
    t = view.texts
    if not history.empty:
        newest = history[history["observed_at"] == history["observed_at"].max()]
        return reading_summary(view, newest.sort_values("rank"))
    best = reported[reported["speaks"]].sort_values(["rank", "last_day"]).iloc[0].to_dict()
    return t("No snapshot; {report}", report=said(view, best))


def rank_alt(view: ViewContext, summary: pd.DataFrame, reported: pd.DataFrame) -> str:
    """The rank history for those who do not see it."""
    t = view.texts
    parts = [summary_line(view, row) for row in summary.to_dict("records")]
    parts += [f"{said(view, row)}." for row in reported[reported["speaks"]].to_dict("records")]
    return " ".join(parts) or t("No reading and no report.")


def coverage(view: ViewContext, row: Row) -> str:
    """On how many of the days chosen a snapshot tells of an app."""
    t = view.texts
    return t(
        "{n} of {days} with a snapshot",
        n=t.number(row["days_observed"]),
        days=t.count("{n} day", "{n} days", int(row["days_chosen"])),
    )


def summary_line(view: ViewContext, row: Row) -> str:
    """Best and latest rank of one app, over the days with a snapshot."""
    t, name = view.texts, view.app_name(row["app"])
    if pd.isna(row["best"]):
        return t("{app}: below the cut-off in every snapshot, {days}.", app=name, days=coverage(view, row))
    return t(
        "{app}: best {best} ({best_day}), latest {latest} ({latest_day}); {days}.",
        app=name,
        best=t.ordinal(int(row["best"])),
        best_day=t.day(row["best_at"]),
        latest=t("below the cut-off") if pd.isna(row["latest"]) else t.ordinal(int(row["latest"])),
        latest_day=t.day(row["latest_at"]),
        days=coverage(view, row),
    )


def store_names(view: ViewContext, names: pd.DataFrame) -> str:
    """The names in the store's list that differ from those used here; empty where none does."""
    t = view.texts
    told = [_named(view, row) for row in names.to_dict("records") if not _same(view, row)]
    return t("In the store’s list: {names}.", names=t.join_semicolons(told)) if told else ""


def _named(view: ViewContext, row: Row) -> str:
    return view.texts(
        "{app} as “{name}” ({days})",
        app=view.app_name(row["app"]),
        name=escape_markdown(str(row["app_name"])),
        days=view.texts.days(row["first_day"], row["last_day"]),
    )


def _same(view: ViewContext, row: Row) -> bool:
    """Whether the store's name begins with the one used here: ChatGPT, Claude by Anthropic."""
    return str(row["app_name"]).casefold().startswith(view.app_name(row["app"]).casefold())
