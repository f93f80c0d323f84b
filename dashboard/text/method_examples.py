"""Examples of the rules of method, taken from the answers of the very view; empty where it has none."""

from dataclasses import dataclass

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import code_label
from dashboard.text.time_to import range_text


@dataclass(frozen=True)
class ExampleData:
    """Answers that examples are taken from: milestone_bounds, day_zero_choices, time_to_goal."""

    bounds: pd.DataFrame
    zeros: pd.DataFrame
    times: pd.DataFrame


def no_example(view: ViewContext, held: ExampleData) -> str:
    return ""


def zero(view: ViewContext, held: ExampleData) -> str:
    row = _first(held.zeros[held.zeros["day0"] == view.filters.day0])
    if row is None:
        return ""
    return view.texts(
        "{app} from {day}, {basis}, read at {publisher}.",
        app=view.app_name(row["app"]),
        day=view.texts.partial_date(row["launched_on"]),
        basis=code_label(view.texts, row["basis"]),
        publisher=escape_markdown(row["publisher"]),
    )


def stated(view: ViewContext, held: ExampleData) -> str:
    unclear = held.bounds[held.bounds["latest_day"] - held.bounds["earliest_day"] == 1]
    row = _first(unclear.sort_values("core", ascending=False, kind="stable"))
    if row is None:
        return ""
    t = view.texts
    days = {"first": t.number(row["earliest_day"]), "last": t.number(row["latest_day"])}
    return t("{claim}: day {first} or {last}.", claim=_claimed(view, row), **days)


def rounded(view: ViewContext, held: ExampleData) -> str:
    row = _first(held.bounds[held.bounds["high"].notna()])
    if row is None:
        return ""
    span = range_text(row["low"], row["high"], view.texts)
    return view.texts("{claim}: {range}.", claim=_claimed(view, row), range=span)


def copied(view: ViewContext, held: ExampleData) -> str:
    counts = held.bounds["rests_on"].value_counts()
    if counts.empty or counts.iloc[0] == 1:
        return ""
    row = held.bounds[held.bounds["rests_on"] == counts.index[0]].iloc[0].to_dict()
    named = {"app": view.app_name(row["app"]), "statement": row["rests_on"]}
    return view.texts("{n} claims on {app} rest on “{statement}”.", n=counts.iloc[0], **named)


def part(view: ViewContext, held: ExampleData) -> str:
    times = held.times[(held.times["goal"] == view.filters.goal) & held.times["by_day"].notna()]
    elsewhere = (times["from_platform"] != times["platform"]) | (times["from_scope"] != times["scope"])
    row = _first(times[elsewhere & (times["race"] == "same")])
    if row is None:
        return ""
    t = view.texts
    return t(
        "{app} reached {goal} by day {day}, since it had on this part: {platform}, {place}.",
        app=view.app_name(row["app"]),
        goal=t.compact(row["goal"]),
        day=t.number(row["by_day"]),
        platform=code_label(t, row["from_platform"]),
        place=t.country(row["from_scope"]),
    )


def _first(rows: pd.DataFrame) -> Row | None:
    return rows.iloc[0].to_dict() if len(rows) else None


def _claimed(view: ViewContext, row: Row) -> str:
    value = f"{code_label(view.texts, row['bound'])} {view.texts.compact(row['value'], exact=True)}"
    return f"{view.app_name(row['app'])}, {value} ({escape_markdown(row['publisher'])})"
