"""Sentences on the numbers of downloads that assistants reached."""

import pandas as pd

from dashboard.text.bounds import headline
from dashboard.text.context import ViewContext
from dashboard.text.time_to import time_to_symbol

MAX_PER_LINE = 3  # numbers that a telephone has room for on one line


def filter_reached(view: ViewContext, answer: pd.DataFrame) -> pd.DataFrame:
    """The race's numbers that a claim says reached; of several by one day the highest. In the reader's order."""
    rows = answer[(answer["race"] == "same") & answer["by_day"].notna()]
    highest = rows.sort_values("goal").drop_duplicates(["app", "by_day"], keep="last")
    order = {app: number for number, app in enumerate(view.filters.apps)}
    return highest.assign(turn=highest["app"].map(order)).sort_values(["turn", "goal"])


def app_labels(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Each assistant with its numbers and days."""
    t, told = view.texts, []
    for app, mine in rows.groupby("app", sort=False):
        days = [f"{t.compact(row['goal'])} {time_to_symbol(row, t)}" for row in mine.to_dict("records")]
        told.append(f"<b>{view.app_name(str(app))}</b><br>{_lines(t.join_semicolons(days), len(days))}")
    return told


def _lines(said: str, parts: int) -> str:
    """The parts on one line, or on two where a telephone has no room for so many."""
    if parts <= MAX_PER_LINE:
        return said
    words = said.split("; ")
    return "; ".join(words[: parts // 2]) + ";<br>" + "; ".join(words[parts // 2 :])


def title(view: ViewContext, answer: pd.DataFrame) -> str:
    """The highest number that launches like for like reached, by whom and by which day; `answer` is time_to_goal."""
    fit = answer[(answer["race"] == "same") & answer["ranked_by"].notna()]
    known = fit if len(fit) else answer[(answer["race"] == "same") & answer["by_day"].notna()]
    goal = int(known["goal"].max())
    return headline(view, answer[answer["goal"] == goal], goal)
