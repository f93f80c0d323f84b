"""Sentences on how long launches took, and on what bounds their downloads."""

from collections.abc import Sequence

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text import bounds
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html
from dashboard.text.launches import evidence_text, filter_comparable, platform_and_country
from dashboard.text.time_to import days_text, is_like_for_like, time_to_symbol, time_to_text


def filter_goal(view: ViewContext, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the chosen number, those of the race first; the others only where wanted."""
    return _sort_race_first(filter_comparable(view, rows[rows["goal"] == view.filters.goal]))


def _sort_race_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Launches like for like first, then the others of the race, then what it does not count."""
    places = [(row["race"] != "same", not is_like_for_like(row)) for row in rows.to_dict("records")]
    order = sorted(range(len(rows)), key=lambda number: places[number])
    return rows.iloc[order]


def launch_label(view: ViewContext, row: Row) -> str:
    """The label of one launch: its name and its finding over its scope and who bounds it."""
    t = view.texts
    told = t("day {days}", days=time_to_symbol(row, t))
    if row["unranked"] == "first_count":
        told = t("first count day {day}: {value}", day=days_text(row, t), value=t.floor(row["value"]))
    return f"<b>{view.app_name(row['app'])} {told}</b><br>{platform_and_country(view, row)} · {_bound_sources(view, row)}"


def _bound_sources(view: ViewContext, row: Row) -> str:
    """Who stated the claims that bound the interval, and of which part where not of the whole."""
    told = [row[name] for name in ("after_by", "stated_by", "sure_by") if isinstance(row[name], str)]
    people = view.texts.join(escape_html(one) for one in dict.fromkeys(told))
    part = {"platform": row["from_platform"], "scope": row["from_scope"]}
    whole = {name: row[name] for name in part}
    return (
        f"{people} ({platform_and_country(view, part)})"
        if pd.notna(row["by_day"]) and part != whole
        else people
    )


def time_title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The chosen number, reached by whom by which day; compared only where launches are like for like."""
    return bounds.headline(view, rows, view.filters.goal)


def time_lead(view: ViewContext, rows: pd.DataFrame) -> str:
    """Each launch that the title does not join, alone."""
    apart = bounds.describe_unranked_launches(view, rows)
    return f"{view.texts.join_semicolons(apart)}." if apart else ""


def time_alt(view: ViewContext, rows: pd.DataFrame) -> str:
    t = view.texts
    told = [
        t.label(f"{view.app_name(row['app'])} ({platform_and_country(view, row)})", time_to_text(row, t))
        for row in rows.to_dict("records")
    ]
    return t(
        "Days to {goal} downloads. {list}.", goal=t.compact(view.filters.goal), list=t.join_semicolons(told)
    )


def time_to_table(view: ViewContext, rows: pd.DataFrame, goals: Sequence[int]) -> pd.DataFrame:
    """Each launch's day for every number: a row a launch, a column a number."""
    t = view.texts
    told: dict[tuple[str, str], dict[str, str]] = {}
    for row in _sort_race_first(filter_comparable(view, rows)).to_dict("records"):
        name = view.app_name(row["app"]), platform_and_country(view, row)
        told.setdefault(name, {})[t.compact(row["goal"])] = time_to_symbol(row, t)
    index = [t("Assistant"), t("Where")]
    table = pd.DataFrame([dict(zip(index, name, strict=True)) | cells for name, cells in told.items()])
    return table.reindex(columns=[*index, *(t.compact(goal) for goal in goals)])


def envelope_title(view: ViewContext, steps: pd.DataFrame) -> str:
    """The greatest floor of a launch that may be compared, and where sources contradict each other."""
    t = view.texts
    known = steps[steps["like_for_like"]].dropna(subset=["floor"])
    told = []
    if len(known):
        top = known.sort_values(["floor", "day"], ascending=[True, False]).iloc[-1].to_dict()
        told = [t.label(view.app_name(top["app"]), _floor_text(view, top))]
    disputed = steps[steps["disputed"]]
    if len(disputed):
        app, day = view.app_name(disputed.iloc[0]["app"]), t.number(disputed.iloc[0]["day"])
        told.append(t("sources contradict each other on {app}, day {day}", app=app, day=day))
    return t.join_semicolons(told) if told else t("Downloads by days since launch")


def _floor_text(view: ViewContext, row: Row) -> str:
    """At least so many by a day, and on whose word or estimate."""
    t = view.texts
    last = int(row["day"])
    first = max(last - int(row["zero_days"]), 0)
    days = t.number(last) if first == last else f"{t.number(first)}–{t.number(last)}"
    text = (
        t("at least {value} by about day {day}") if row["floor_about"] else t("at least {value} by day {day}")
    )
    said = text.format(value=t.floor(row["floor"]), day=days)
    return f"{said}, {evidence_text(view, row['floor_kind'], row['floor_by'])}"


def envelope_alt(view: ViewContext, steps: pd.DataFrame) -> str:
    """The newest floor of each app."""
    newest = steps.dropna(subset=["floor"]).groupby("app", sort=False).tail(1).to_dict("records")
    return view.texts.join_semicolons(
        view.texts.label(view.app_name(row["app"]), _floor_text(view, row)) for row in newest
    )
