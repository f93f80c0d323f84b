"""Sentences on who was ahead."""

import pandas as pd

from dashboard.text.context import ViewContext
from dashboard.text.labels import code_label
from dashboard.text.time_to import range_text

MAX_NAMED = 4  # days named at most


def cell_texts(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """The word in each cell of the matrix."""
    t = view.texts
    said = {"ahead": t("ahead"), "behind": t("behind"), "untold": "?"}
    return [said[verdict] for verdict in rows["verdict"]]


def hover_texts(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """What each cell rests on: both intervals, and why it cannot be told."""
    t = view.texts
    when, told = t("By day {day}", day=t.number(view.filters.day)), []
    for row in rows.to_dict("records"):
        mine = range_text(row["floor"], row["ceiling"], t)
        theirs = range_text(row["rival_floor"], row["rival_ceiling"], t)
        pair = (t.label(view.app_name(row["app"]), mine), t.label(view.app_name(row["rival"]), theirs))
        said = "<br>".join(pair)
        told.append(f"{when}<br>{said}<br>{code_label(t, row['reason'])}")
    return told


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """Who was ahead of whom on the day, and how many pairs cannot be told."""
    t, day = view.texts, view.texts.number(view.filters.day)
    ahead = rows[rows["verdict"] == "ahead"].to_dict("records")
    told = [
        t("{app} ahead of {rival}", app=view.app_name(row["app"]), rival=view.app_name(row["rival"]))
        for row in ahead
    ]
    untold = int((rows["verdict"] == "untold").sum()) // 2
    if not told:
        return t("Day {day}: of no two launches can it be told which was ahead", day=day)
    rest = t.count("{n} pair cannot be told", "{n} pairs cannot be told", untold)
    many = t.join(told[:MAX_NAMED]) + (" …" if len(told) > MAX_NAMED else "")
    return (
        t("Day {day}: {list}; {rest}", day=day, list=many, rest=rest)
        if untold
        else t("Day {day}: {list}", day=day, list=many)
    )


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """What is known of each app on the day, then who was ahead."""
    t = view.texts
    known = [
        t.label(view.app_name(row["app"]), range_text(row["floor"], row["ceiling"], t))
        for row in rows.drop_duplicates("app").to_dict("records")
    ]
    return t.join_semicolons([*known, title(view, rows)])


def nearest_days(view: ViewContext, rows: pd.DataFrame) -> str:
    """Days on which a pair that cannot be told on this one can be."""
    t = view.texts
    untold = rows[(rows["verdict"] == "untold") & (rows["app"] < rows["rival"]) & rows["nearest_day"].notna()]
    told = [
        t(
            "{app} and {rival} on day {day}",
            app=view.app_name(row["app"]),
            rival=view.app_name(row["rival"]),
            day=t.number(row["nearest_day"]),
        )
        for row in untold.to_dict("records")[:MAX_NAMED]
    ]
    return t("On another day it can be told: {list}.", list=t.join(told)) if told else ""
