"""Sentences that put launches side by side only where they are like for like, and on each that stands apart."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import code_label
from dashboard.text.launches import evidence_text
from dashboard.text.time_to import is_like_for_like, time_to_text

MAX_PAIRS = 3  # pairs in order that a title names
PLATFORMS = ("web", "ios", "android")


def headline(view: ViewContext, rows: pd.DataFrame, goal: int) -> str:
    """Launches like for like with their bounds, in the reader's order, then whether claims tell which came first.

    `rows` is time_to_goal for one number.
    """
    t = view.texts
    same = rows[rows["race"] == "same"]
    fit = same[same["ranked_by"].notna()]
    number = t.compact(goal)
    if fit.empty:
        return t("{goal} downloads: no bound of these launches may be compared", goal=number)
    return t(
        "{goal} downloads: {list}",
        goal=number,
        list=t.join_semicolons([*_bounds_by_source(view, fit), *_order_texts(view, same, fit)]),
    )


def _bounds_by_source(view: ViewContext, fit: pd.DataFrame) -> list[str]:
    """The bounds, those of one source together."""
    t, parts = view.texts, []
    for (kind, who), mine in fit.groupby(["ranked_kind", "ranked_who"], sort=False):
        days = [
            t("{app} by day {day}", app=view.app_name(row["app"]), day=t.number(row["ranked_by"]))
            for row in mine.to_dict("records")
        ]
        parts.append(f"{t.join(days)}, {evidence_text(view, str(kind), str(who), many=len(mine) > 1)}")
    return parts


def _order_texts(view: ViewContext, same: pd.DataFrame, fit: pd.DataFrame) -> list[str]:
    """Which came before which, where one was there before the other can have been; else that it is unknown."""
    t = view.texts
    pairs = [
        t("{app} before {rival}", app=view.app_name(first["app"]), rival=view.app_name(second["app"]))
        for first in fit.to_dict("records")
        for second in same.dropna(subset=["ranked_after"]).to_dict("records")
        if first["ranked_by"] <= second["ranked_after"] and first["app"] != second["app"]
    ]
    if pairs:
        return [t.join(pairs[:MAX_PAIRS]) + (" …" if len(pairs) > MAX_PAIRS else "")]
    return [t("which came first cannot be told")] if len(fit) > 1 else []


def describe_unranked_launches(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """A sentence for each launch of the race that the headline does not join, in the reader's order."""
    left = rows[(rows["race"] == "same") & rows["ranked_by"].isna()].to_dict("records")
    return [view.texts.label(view.app_name(row["app"]), describe_unranked(view, row)) for row in left]


def describe_unranked(view: ViewContext, row: Row) -> str:
    """What is known of one launch by itself, and why it stands beside no other."""
    t = view.texts
    if row["unranked"] == "first_count":
        text = (
            t("no count before about day {day}, then {value}")
            if row["approximate"]
            else t("no count before day {day}, then {value}")
        )
        later = (row["zero_last"] - row["day_zero"]).days  # where the launch is known by its month
        return text.format(
            day=_number_range(view, row["by_day"], row["by_day"] + later), value=t.floor(row["value"])
        )
    said = {"disputed": t("{reach}; another source has less"), "rounding": t("{reach}, if not rounded up")}
    text = said.get(row["unranked"]) or _counted_from(view, row)
    told = text.format(reach=time_to_text(row, t))
    if pd.isna(row["by_day"]):
        return f"{told}, {t('says {who}', who=escape_markdown(row['after_by']))}"
    return f"{told}, {evidence_text(view, row['kind'], row['stated_by'])}"


def _counted_from(view: ViewContext, row: Row) -> str:
    """The text of a launch whose days are not counted as the others' are; else of one that is just not there yet."""
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
        return t.count("{n} day", "{n} days", int(most))
    return t("{first} to {last} days", first=t.number(least), last=t.number(most))
