"""Sentences on which launch was ahead on a day."""

import pandas as pd

from dashboard.text.context import ViewContext
from dashboard.text.labels import code_label
from dashboard.text.time_to import range_text

MAX_NAMED = 4  # pairs in a sentence


def cell_texts(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Text of each cell of the matrix."""
    t = view.texts
    labels = {"ahead": t("ahead"), "behind": t("behind"), "untold": "?"}
    return [labels[verdict] for verdict in rows["verdict"]]


def hover_texts(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Hover text of each cell: both intervals, and the reason of the verdict."""
    t = view.texts
    when, texts = t("By day {day}", day=t.number(view.filters.day)), []
    for row in rows.to_dict("records"):
        app_range = range_text(row["floor"], row["ceiling"], t)
        rival_range = range_text(row["rival_floor"], row["rival_ceiling"], t)
        app = t.label(view.app_name(row["app"]), app_range)
        rival = t.label(view.app_name(row["rival"]), rival_range)
        texts.append(f"{when}<br>{app}<br>{rival}<br>{code_label(t, row['reason'])}")
    return texts


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The pairs decided on the chosen day, and the number of undecided pairs."""
    t, day = view.texts, view.texts.number(view.filters.day)
    pairs = [
        t("{app} ahead of {rival}", app=view.app_name(row["app"]), rival=view.app_name(row["rival"]))
        for row in rows[rows["verdict"] == "ahead"].to_dict("records")
    ]
    undecided = int((rows["verdict"] == "untold").sum()) // 2
    if not pairs:
        return t("Day {day}: of no two launches can it be told which was ahead", day=day)
    rest = t.count("{n} pair cannot be told", "{n} pairs cannot be told", undecided)
    text = t.join(pairs[:MAX_NAMED]) + (" …" if len(pairs) > MAX_NAMED else "")
    if not undecided:
        return t("Day {day}: {list}", day=day, list=text)
    return t("Day {day}: {list}; {rest}", day=day, list=text, rest=rest)


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: each app's interval on the day, then the title."""
    t = view.texts
    ranges = [
        t.label(view.app_name(row["app"]), range_text(row["floor"], row["ceiling"], t))
        for row in rows.drop_duplicates("app").to_dict("records")
    ]
    return t.join_semicolons([*ranges, title(view, rows)])


def nearest_days(view: ViewContext, rows: pd.DataFrame) -> str:
    """The nearest days on which undecided pairs are decided."""
    t = view.texts
    undecided = rows[
        (rows["verdict"] == "untold") & (rows["app"] < rows["rival"]) & rows["nearest_day"].notna()
    ]
    parts = [
        t(
            "{app} and {rival} on day {day}",
            app=view.app_name(row["app"]),
            rival=view.app_name(row["rival"]),
            day=t.number(row["nearest_day"]),
        )
        for row in undecided.to_dict("records")[:MAX_NAMED]
    ]
    return t("On another day it can be told: {list}.", list=t.join(parts)) if parts else ""
