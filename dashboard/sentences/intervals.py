"""Sentences on how long launches took, and on what bounds their downloads."""

from collections.abc import Sequence

import pandas as pd

from dashboard.figures.launch import brief, days, reach
from dashboard.sentences.launch import Row, scope, wanted
from dashboard.session import View
from dashboard.words import word


def of_goal(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the chosen number, those of the race first; the others only where wanted."""
    return _race_first(wanted(view, rows[rows["goal"] == view.filters.goal]))


def _race_first(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values("race", key=lambda race: race != "same", kind="stable")


def runner(view: View, row: Row) -> str:
    """The label of one launch: its name and its finding over its scope and who bounds it."""
    told = view.texts("day {days}", days=brief(row, view.texts))
    return f"<b>{view.name(row['app'])} {told}</b><br>{scope(view, row)} · {_bounded_by(view, row)}"


def _bounded_by(view: View, row: Row) -> str:
    """Who stated the claims that bound the interval, and of which part where not of the whole."""
    told = [row[name] for name in ("after_by", "stated_by", "sure_by") if isinstance(row[name], str)]
    people = view.texts.join(dict.fromkeys(told))
    part = {"platform": row["from_platform"], "scope": row["from_scope"]}
    whole = {name: row[name] for name in part}
    return f"{people} ({scope(view, part)})" if pd.notna(row["by_day"]) and part != whole else people


def time_title(view: View, rows: pd.DataFrame) -> str:
    """Time to the number in the race, the quickest first."""
    t, same = view.texts, rows[(rows["race"] == "same") & rows["by_day"].notna()]
    goal = t.compact(view.filters.goal)
    if same.empty:
        return t("{goal} downloads: no launch of this race is known to have reached them", goal=goal)
    told = [
        t("{app} day {day}", app=view.name(row["app"]), day=days(row, t)) for row in same.to_dict("records")
    ]
    return t("{goal} downloads, at the latest: {list}", goal=goal, list=t.join(told))


def time_alt(view: View, rows: pd.DataFrame) -> str:
    t = view.texts
    told = [
        t.label(f"{view.name(row['app'])} ({scope(view, row)})", reach(row, t))
        for row in rows.to_dict("records")
    ]
    return t("Days to {goal} downloads. {list}.", goal=t.compact(view.filters.goal), list=t.clauses(told))


def ladder(view: View, rows: pd.DataFrame, goals: Sequence[int]) -> pd.DataFrame:
    """Each launch's day for every number: a row a launch, a column a number."""
    t = view.texts
    told: dict[tuple[str, str], dict[str, str]] = {}
    for row in _race_first(wanted(view, rows)).to_dict("records"):
        name = view.name(row["app"]), scope(view, row)
        told.setdefault(name, {})[t.compact(row["goal"])] = brief(row, t)
    index = [t("Assistant"), t("Where")]
    table = pd.DataFrame([dict(zip(index, name, strict=True)) | cells for name, cells in told.items()])
    return table.reindex(columns=[*index, *(t.compact(goal) for goal in goals)])


def envelope_title(view: View, steps: pd.DataFrame) -> str:
    """The greatest floor, and where sources contradict each other."""
    t = view.texts
    top = steps.dropna(subset=["floor"]).sort_values(["floor", "day"], ascending=[True, False]).iloc[-1]
    said = t(
        "{app} had surely reached {value} by day {day}",
        app=view.name(top["app"]),
        value=t.compact(top["floor"]),
        day=t.number(top["day"]),
    )
    disputed = steps[steps["disputed"]]
    if disputed.empty:
        return said
    worst = disputed.iloc[0]
    clash = t(
        "sources contradict each other on {app}, day {day}",
        app=view.name(worst["app"]),
        day=t.number(worst["day"]),
    )
    return t.clauses([said, clash])


def envelope_alt(view: View, steps: pd.DataFrame) -> str:
    """The newest floor of each app, and the ceiling where there is one."""
    t = view.texts
    told = []
    for app, mine in steps.dropna(subset=["floor"]).groupby("app", sort=False):
        last = mine.iloc[-1]
        value, day = t.compact(last["floor"], exact=True), t.number(last["day"])
        told.append(t("{app}: surely {value} by day {day}", app=view.name(str(app)), value=value, day=day))
    return t.clauses(told)


def zero_line(view: View, zeros: pd.DataFrame) -> str:
    """What the choice of day 0 does to the answers, for the apps that it moves."""
    t, day0 = view.texts, view.filters.day0
    mine = zeros[zeros["day0"] == day0]
    moved = mine[mine["moves_by"] != 0].to_dict("records")
    if day0 == "press":
        return _other_choices(view, zeros)
    told = [
        t(
            "{app} {days}, from {day}",
            app=view.name(row["app"]),
            days=_signed(view, row["moves_by"]),
            day=t.partial(row["launched_on"]),
        )
        for row in moved
    ]
    missing = [view.name(app) for app in dict.fromkeys(zeros["app"]) if app not in set(mine["app"])]
    parts = [
        t("This day 0 moves the answers: {list}", list=t.join(told)) if told else t("It moves no answer")
    ]
    if missing:
        parts.append(t("no such launch is known of {list}, which keep theirs", list=t.join(missing)))
    return t.clauses(parts) + "."


def _signed(view: View, days: int) -> str:
    """A number of days with its sign: +346 days, −6 days."""
    sign = "+" if days > 0 else "−"
    return sign + view.texts.count("{n} day", "{n} days", abs(days))


def _other_choices(view: View, zeros: pd.DataFrame) -> str:
    """How far another day 0 would move each app at most."""
    t = view.texts
    told = []
    for app, mine in zeros.groupby("app", sort=False):
        far = mine.sort_values("moves_by", key=lambda days: days.abs()).iloc[-1]
        if far["moves_by"]:
            by = t.count("{n} day", "{n} days", abs(int(far["moves_by"])))
            who, choice = view.name(str(app)), word(t, far["day0"])
            told.append(t("{app} by {days} ({choice})", app=who, days=by, choice=choice))
    if not told:
        return t("Another day 0 would move no answer.")
    return t("Another day 0 would move the answers: {list}.", list=t.join(told))
