"""Sentences on the bounds of launches: comparable launches together, every other launch by itself."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import code_label
from dashboard.text.launches import evidence_text
from dashboard.text.time_to import is_like_for_like, time_to_text

MAX_PAIRS = 3  # ordered pairs in a title
PLATFORMS = ("web", "ios", "android")


def headline(view: ViewContext, rows: pd.DataFrame, goal: int) -> str:
    """Bounds of comparable launches in the reader's order, then which provably came first.

    `rows` are of one goal; columns: see queries/time_to_goal.sql.
    """
    t = view.texts
    race_rows = rows[rows["race"] == "same"]
    comparable = race_rows[race_rows["ranked_by"].notna()]
    number = t.compact(goal)
    if comparable.empty:
        return t("{goal} downloads: no bound of these launches may be compared", goal=number)
    return t(
        "{goal} downloads: {list}",
        goal=number,
        list=t.join_semicolons(
            [*_bounds_by_source(view, comparable), *_order_texts(view, race_rows, comparable)]
        ),
    )


def _bounds_by_source(view: ViewContext, comparable: pd.DataFrame) -> list[str]:
    """The bounds, those of one source joined."""
    t, parts = view.texts, []
    for (kind, stated_by), source_rows in comparable.groupby(["ranked_kind", "ranked_who"], sort=False):
        days = [
            t("{app} by day {day}", app=view.app_name(row["app"]), day=t.number(row["ranked_by"]))
            for row in source_rows.to_dict("records")
        ]
        parts.append(
            f"{t.join(days)}, {evidence_text(view, str(kind), str(stated_by), many=len(source_rows) > 1)}"
        )
    return parts


def _order_texts(view: ViewContext, race_rows: pd.DataFrame, comparable: pd.DataFrame) -> list[str]:
    """Pairs whose first app reached the goal before the second can have; else that the order is unknown."""
    t = view.texts
    pairs = [
        t("{app} before {rival}", app=view.app_name(first["app"]), rival=view.app_name(second["app"]))
        for first in comparable.to_dict("records")
        for second in race_rows.dropna(subset=["ranked_after"]).to_dict("records")
        if first["ranked_by"] <= second["ranked_after"] and first["app"] != second["app"]
    ]
    if pairs:
        return [t.join(pairs[:MAX_PAIRS]) + (" …" if len(pairs) > MAX_PAIRS else "")]
    return [t("which came first cannot be told")] if len(comparable) > 1 else []


def describe_unranked_launches(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """A sentence for each launch of the race that the headline leaves out, in the reader's order."""
    unranked = rows[(rows["race"] == "same") & rows["ranked_by"].isna()].to_dict("records")
    return [view.texts.label(view.app_name(row["app"]), describe_unranked(view, row)) for row in unranked]


def describe_unranked(view: ViewContext, row: Row) -> str:
    """The bound of one launch that is not compared, and why it is not."""
    t = view.texts
    if row["unranked"] == "first_count":
        text = (
            t("no count before about day {day}, then {value}")
            if row["approximate"]
            else t("no count before day {day}, then {value}")
        )
        uncertain_days = (row["zero_last"] - row["day_zero"]).days  # where the launch is known by its month
        return text.format(
            day=_number_range(view, row["by_day"], row["by_day"] + uncertain_days),
            value=t.floor(row["value"]),
        )
    texts = {"disputed": t("{reach}; another source has less"), "rounding": t("{reach}, if not rounded up")}
    text = texts.get(row["unranked"]) or _counted_from(view, row)
    sentence = text.format(reach=time_to_text(row, t))
    if pd.isna(row["by_day"]):
        return f"{sentence}, {t('says {who}', who=escape_markdown(row['after_by']))}"
    return f"{sentence}, {evidence_text(view, row['kind'], row['stated_by'])}"


def _counted_from(view: ViewContext, row: Row) -> str:
    """The text of a launch that is counted from another kind of day 0; the bound alone for any other."""
    t, f = view.texts, view.filters
    if is_like_for_like(row):
        return "{reach}"
    if row["unranked"] == "no_launch":
        return t("{reach}, counted from its first app launch: no such launch is known")
    if row["unranked"] == "one_store":
        return t("{reach}, counted from its release in one country’s store: no other launch date is known")
    days = day_range(view, row["before_least"], row["before_most"])
    before = code_label(t, row["before_platform"])
    if f.day0 in PLATFORMS and f.day0 != row["before_platform"]:
        text = t("{reach}, counted from its {launch} launch, with {days} of {before} before it")
        return (
            text.replace("{launch}", code_label(t, f.day0))
            .replace("{days}", days)
            .replace("{before}", before)
        )
    text = t("{reach}, counted from its launch in {country}, with {days} elsewhere before it")
    return text.replace("{country}", t.country(f.country)).replace("{days}", days)


def _number_range(view: ViewContext, first: int, last: int) -> str:
    t = view.texts
    return t.number(first) if first == last else f"{t.number(first)}–{t.number(last)}"


def day_range(view: ViewContext, least: float, most: float) -> str:
    """A number of days, or a range of them where a source gives a month: 8 days; 44 to 74 days."""
    t = view.texts
    if least == most:
        return t.day_count(int(most))
    return t("{first} to {last} days", first=t.number(least), last=t.number(most))
