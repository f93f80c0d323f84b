"""Sentences on the goals of downloads that assistants reached."""

import pandas as pd

from dashboard.text.bounds import headline
from dashboard.text.context import ViewContext
from dashboard.text.time_to import time_to_symbol

MAX_PER_LINE = 3  # goals on one line; more do not fit on a phone


def filter_reached(view: ViewContext, answer: pd.DataFrame) -> pd.DataFrame:
    """Goals of the race that a claim reached; of several by one day only the highest. In the reader's order."""
    rows = answer[(answer["race"] == "same") & answer["by_day"].notna()]
    highest = rows.sort_values("goal").drop_duplicates(["app", "by_day"], keep="last")
    order = {app: number for number, app in enumerate(view.filters.apps)}
    return highest.assign(turn=highest["app"].map(order)).sort_values(["turn", "goal"])


def app_labels(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Label of each app: its goals and their days."""
    t, labels = view.texts, []
    for app, app_rows in rows.groupby("app", sort=False):
        days = [f"{t.compact(row['goal'])} {time_to_symbol(row, t)}" for row in app_rows.to_dict("records")]
        labels.append(f"<b>{view.app_name(str(app))}</b><br>{_lines(t.join_semicolons(days), len(days))}")
    return labels


def _lines(text: str, parts: int) -> str:
    """The parts on one line, or on two where there are more than MAX_PER_LINE."""
    if parts <= MAX_PER_LINE:
        return text
    words = text.split("; ")
    return "; ".join(words[: parts // 2]) + ";<br>" + "; ".join(words[parts // 2 :])


def title(view: ViewContext, answer: pd.DataFrame) -> str:
    """The highest goal that comparable launches reached, and by which day; columns: see queries/time_to_goal.sql."""
    comparable = answer[(answer["race"] == "same") & answer["ranked_by"].notna()]
    reached = comparable if len(comparable) else answer[(answer["race"] == "same") & answer["by_day"].notna()]
    goal = int(reached["goal"].max())
    return headline(view, answer[answer["goal"] == goal], goal)
