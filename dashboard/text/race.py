"""Sentences on which launch was ahead on a day."""

import pandas as pd

from dashboard.text.context import ViewContext

MAX_NAMED = 4  # pairs in a sentence


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
