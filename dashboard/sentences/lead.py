"""The sentence above the rank history: how the first chosen assistant fared, here and in the wider chart."""

from typing import Any

import pandas as pd

from dashboard.session import View
from dashboard.words import term

Row = dict[Any, Any]


def lead(view: View, here: pd.DataFrame, category: str, there: pd.DataFrame) -> str:
    """`here` is rank_summary of the chart shown, `there` of the chart of `category`; either may be empty."""
    t, app = view.texts, view.filters.apps[0]
    mine, other = here[here["app"] == app], there[there["app"] == app]
    if mine.empty:
        parts = [t("no reading of this chart in these days")]
    else:
        row = mine.iloc[0].to_dict()
        parts = [_course(view, row, view.filters.category), _seen(view, row)]
    if not other.empty:
        parts.append(_course(view, other.iloc[0].to_dict(), category))
    return t.label(f"**{view.name(app)}**", f"{t.clauses(parts)}.")


def _course(view: View, row: Row, category: str) -> str:
    """The first reading and the newest; where the app was never ranked, in how many readings."""
    t = view.texts
    if pd.isna(row["best"]):
        return t.count(
            "below the cut-off in {n} reading {of_chart}",
            "below the cut-off in all {n} readings {of_chart}",
            int(row["readings"]),
            of_chart=_of(view, category),
        )
    first = t(
        "{place} {in_chart} on {day}",
        place=_place(view, row["first"]),
        in_chart=_in(view, category),
        day=t.day(row["first_at"]),
    )
    if row["readings"] == 1:
        return first
    latest = t("{place} on {day}", place=_place(view, row["latest"]), day=t.day(row["latest_at"]))
    return f"{first}, {latest}"


def _place(view: View, rank: Any) -> str:
    return view.texts("below the cut-off") if pd.isna(rank) else view.texts.ordinal(int(rank))


def _seen(view: View, row: Row) -> str:
    """How often somebody looked, between the first reading and the newest."""
    t = view.texts
    span = (row["latest_at"].normalize() - row["first_at"].normalize()).days + 1
    return t(
        "{readings} on {days} of {span} days",
        readings=t.count("{n} reading", "{n} readings", int(row["readings"])),
        days=t.number(row["days_observed"]),
        span=t.number(span),
    )


def _in(view: View, category: str) -> str:
    t = view.texts
    if category == "all":
        return t("in the overall chart")
    return t("in {category}", category=term(view.catalog, t, "categories", category))


def _of(view: View, category: str) -> str:
    t = view.texts
    if category == "all":
        return t("of the overall chart")
    return t("of {category}", category=term(view.catalog, t, "categories", category))
