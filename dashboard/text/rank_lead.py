"""The sentence above the rank history: how the first chosen assistant fared, here and in the wider chart."""

from typing import Any

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.labels import catalog_label


def lead(view: ViewContext, here: pd.DataFrame, category: str, there: pd.DataFrame) -> str:
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
    return t.label(f"**{view.app_name(app)}**", f"{t.join_semicolons(parts)}.")


def _course(view: ViewContext, row: Row, category: str) -> str:
    """Between which ranks the app stood, and its newest; where it was never ranked, in how many snapshots."""
    t = view.texts
    if pd.isna(row["best"]):
        return t.count(
            "below the cut-off in {n} snapshot {of_chart}",
            "below the cut-off in all {n} snapshots {of_chart}",
            int(row["readings"]),
            of_chart=_of(view, category),
        )
    latest = t("{place} on {day}", place=_place(view, row["latest"]), day=t.day(row["latest_at"]))
    if row["readings"] == 1:
        return f"{latest} {_in(view, category)}"
    return f"{_range(view, row, category)}, {latest}"


def _range(view: ViewContext, row: Row, category: str) -> str:
    """The best and the worst rank of all snapshots, as a span that tells no trend."""
    t = view.texts
    where = {"in_chart": _in(view, category), "days": t.days(row["first_at"], row["latest_at"])}
    best, worst = t.ordinal(int(row["best"])), t.ordinal(int(row["worst"]))
    if row["readings_below"]:
        return t(
            "{best} at best {in_chart}, {days}, below the cut-off in {n} of {all}",
            n=t.number(row["readings_below"]),
            best=best,
            all=t.count("{n} snapshot", "{n} snapshots", int(row["readings"])),
            **where,
        )
    if best == worst:
        return t("{place} throughout {in_chart}, {days}", place=best, **where)
    return t("between {best} and {worst} {in_chart}, {days}", best=best, worst=worst, **where)


def _place(view: ViewContext, rank: Any) -> str:
    return view.texts("below the cut-off") if pd.isna(rank) else view.texts.ordinal(int(rank))


def _seen(view: ViewContext, row: Row) -> str:
    """How many snapshots tell of the app, on how many of the days chosen."""
    t = view.texts
    return t(
        "{readings} on {n} of {days}",
        readings=t.count("{n} snapshot", "{n} snapshots", int(row["readings"])),
        n=t.number(row["days_observed"]),
        days=t.count("{n} day", "{n} days", int(row["days_chosen"])),
    )


def _in(view: ViewContext, category: str) -> str:
    t = view.texts
    if category == "all":
        return t("in the overall chart")
    return t("in {category}", category=catalog_label(view.catalog, t, "categories", category))


def _of(view: ViewContext, category: str) -> str:
    t = view.texts
    if category == "all":
        return t("of the overall chart")
    return t("of {category}", category=catalog_label(view.catalog, t, "categories", category))
