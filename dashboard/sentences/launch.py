"""Sentences on launches and claimed numbers."""

from typing import Any

import pandas as pd

from dashboard.figures.launch import reach
from dashboard.session import View
from dashboard.words import word

Row = dict[Any, Any]


def scope(view: View, row: Row) -> str:
    """Platform and country of a claim."""
    return f"{word(view.texts, row['platform'])}, {view.texts.country(row['scope'])}"


def runner(view: View, row: Row) -> str:
    """The label of one launch: its name and finding over its scope, in two lines of markup."""
    t = view.texts
    if pd.isna(row["by_day"]):
        said = t("> day {day}", day=t.number(row["after_day"]))
    elif pd.isna(row["after_day"]):
        said = t("≤ day {day}", day=t.number(row["by_day"]))
    else:
        said = reach(row, t)
    return f"<b>{view.name(row['app'])}</b> {said}<br>{scope(view, row)}"


def race(view: View, rows: pd.DataFrame) -> str:
    """Time to the number, the widest scope of each app, in the reader's order."""
    t = view.texts
    widest = rows.sort_values(["platform", "scope"], key=lambda c: c.ne("all") & c.ne("world"), kind="stable")
    firsts = {row["app"]: row for row in reversed(widest.to_dict("records"))}
    timed = sorted((row["by_day"], view.name(app)) for app, row in firsts.items() if pd.notna(row["by_day"]))
    told = [t("{app} day {day}", app=app, day=t.number(day)) for day, app in timed]
    goal = t.compact(view.filters.goal)
    if not told:
        return t("{goal} downloads: no launch is known to have reached them", goal=goal)
    return t("{goal} downloads, at the latest: {list}", goal=goal, list=t.join(told))


def race_alt(view: View, rows: pd.DataFrame) -> str:
    told = [
        f"{view.name(row['app'])} ({scope(view, row)}): {reach(row, view.texts)}"
        for row in rows.to_dict("records")
    ]
    t = view.texts
    return t("Days to {goal} downloads. {list}.", goal=t.compact(view.filters.goal), list=t.clauses(told))


def number(view: View, row: Row) -> str:
    """A claimed number with its qualifier: at least 1M."""
    return f"{word(view.texts, row['qualifier'])} {view.texts.compact(row['value'])}"


def bounds_title(view: View, rows: pd.DataFrame) -> str:
    t = view.texts
    top = rows.sort_values("value").iloc[-1]
    return t(
        "{claims} on downloads; the largest: {app}, {value} by day {day}",
        claims=t.count("{n} claim", "{n} claims", len(rows)),
        app=view.name(top["app"]),
        value=f"{word(t, top['bound'])} {t.compact(top['value'])}",
        day=t.number(top["latest_day"]),
    )


def bounds_alt(view: View, rows: pd.DataFrame) -> str:
    t = view.texts
    told = [
        f"{view.name(row['app'])}: {word(t, row['bound'])} {t.compact(row['value'])}, "
        + t("by day {day}", day=t.number(row["latest_day"]))
        for row in rows.to_dict("records")
    ]
    return t.clauses(told)


SIGNS = {"at_least": "≥", "about": "≈", "estimate": "≈", "exact": "="}


def short(view: View, row: Row) -> str:
    """A claimed number in few signs: ≥ 1M."""
    return f"{SIGNS[row['qualifier']]}\u00a0{view.texts.compact(row['value'])}"


def core(view: View, row: Row) -> str:
    """A core figure in words: how sure, when, where, by whom."""
    t = view.texts
    count = f"{word(t, row['qualifier'])} {t.number(row['value'])} {word(t, row['unit'])}"
    said = t(
        "stated by {who}, read at [{publisher}]({url})",
        who=row["stated_by"],
        publisher=row["publisher"],
        url=row["url"],
    )
    kind = f"**{word(t, row['kind'])}**"
    return " · ".join([count, _when(view, row), scope(view, row), kind, said])


def _when(view: View, row: Row) -> str:
    t = view.texts
    if pd.notna(row["days_stated"]):
        return t.count("in {n} day", "in {n} days", int(row["days_stated"]))
    if isinstance(row["period_start"], str):
        return t("{first} to {last}", first=t.partial(row["period_start"]), last=t.partial(row["period_end"]))
    return t.partial(row["period_end"])
