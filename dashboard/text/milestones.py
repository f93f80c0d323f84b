"""Sentences on the goals of downloads that assistants reached."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.bounds import headline
from dashboard.text.claims import measurer_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html, escape_plain
from dashboard.text.time_to import time_to_text


def filter_reached(view: ViewContext, answer: pd.DataFrame) -> pd.DataFrame:
    """Goals of the race that a claim reached; of several by one day only the highest. In the reader's order."""
    rows = answer[(answer["race"] == "same") & answer["by_day"].notna()]
    highest = rows.sort_values("goal").drop_duplicates(["app", "by_day"], keep="last")
    order = {app: number for number, app in enumerate(view.filters.apps)}
    return highest.assign(turn=highest["app"].map(order)).sort_values(["turn", "goal"])


def row_groups(view: ViewContext, rows: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """Each app, and the labels of its goals: number, interval, who stated it."""
    return [
        (f"<b>{view.app_name(str(app))}</b>", [_label(view, row) for row in goals.to_dict("records")])
        for app, goals in rows.groupby("app", sort=False)
    ]


def _label(view: ViewContext, row: Row) -> str:
    t = view.texts
    return f"<b>{t.compact(row['goal'])}</b> {time_to_text(row, t)} · {escape_html(measurer_name(t, row['stated_by']))}"


def title(view: ViewContext, answer: pd.DataFrame) -> str:
    """The highest goal that comparable launches reached, and by which day; columns: see queries/time_to_goal.sql."""
    comparable = answer[(answer["race"] == "same") & answer["ranked_by"].notna()]
    reached = comparable if len(comparable) else answer[(answer["race"] == "same") & answer["by_day"].notna()]
    goal = int(reached["goal"].max())
    return headline(view, answer[answer["goal"] == goal], goal)


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: each app's goals with their intervals."""
    t = view.texts
    parts = [
        t.label(view.app_name(str(app)), t.join(_goal_text(view, row) for row in goals.to_dict("records")))
        for app, goals in rows.groupby("app", sort=False)
    ]
    return t.join_semicolons(parts)


def _goal_text(view: ViewContext, row: Row) -> str:
    t = view.texts
    return f"{t.compact(row['goal'])} {time_to_text(row, t)} ({escape_plain(measurer_name(t, row['stated_by']))})"
