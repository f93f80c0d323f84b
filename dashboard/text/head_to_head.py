"""Sentences on two apps, compared by the readings that cover both."""

from collections.abc import Sequence

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext


def cell_texts(view: ViewContext, pairs: pd.DataFrame) -> list[str]:
    """Text of each cell: days ahead over comparable days."""
    number = view.texts.number
    return [
        f"{number(row['days_ahead'])}/{number(row['days_told'])}" if row["days_told"] else "?"
        for row in pairs.to_dict("records")
    ]


def hover_texts(view: ViewContext, pairs: pd.DataFrame) -> list[str]:
    """Hover text of each cell: the pair in a sentence."""
    return [describe_pair(view, row) for row in pairs.to_dict("records")]


def sort_pairs(pairs: pd.DataFrame, apps: Sequence[str]) -> pd.DataFrame:
    """The pairs in the reader's order of apps."""
    order = {app: number for number, app in enumerate(apps)}
    return pairs.sort_values(["app", "rival"], key=lambda codes: codes.map(order))


def title(view: ViewContext, pairs: pd.DataFrame) -> str:
    """Days on which the first app ranked above each rival, of the comparable days."""
    t = view.texts
    parts = [_days_ahead(view, row) for row in _chosen_pairs(view, pairs)]
    return t("{app} ahead: {list}", app=view.app_name(view.filters.apps[0]), list=t.join_semicolons(parts))


def _days_ahead(view: ViewContext, row: Row) -> str:
    t, rival = view.texts, view.app_name(row["rival"])
    if not row["days_told"]:
        return t("cannot be told of {rival}", rival=rival)
    days = t.count("{n} comparable day", "{n} comparable days", int(row["days_told"]))
    return t("of {rival} on {n} of {days}", rival=rival, n=t.number(row["days_ahead"]), days=days)


def lead(view: ViewContext, pairs: pd.DataFrame) -> str:
    """A Markdown list with one chosen pair an item."""
    return "\n".join(f"- {describe_pair(view, row)}" for row in _chosen_pairs(view, pairs))


def alt(view: ViewContext, pairs: pd.DataFrame) -> str:
    """Alternative text: every pair once."""
    return " ".join(
        describe_pair(view, row) for row in pairs[pairs["app"] < pairs["rival"]].to_dict("records")
    )


def describe_pair(view: ViewContext, row: Row) -> str:
    """Two apps: days ahead either way, median gap, lead changes; or why they cannot be compared."""
    t, names = view.texts, {"app": view.app_name(row["app"]), "rival": view.app_name(row["rival"])}
    common = t.count("{n} snapshot in common", "{n} snapshots in common", int(row["readings"]))
    if not row["readings"]:
        return t("{app} and {rival}: cannot be told, no snapshot tells of both.", **names)
    if not row["days_told"]:
        return t(
            "{app} and {rival}: cannot be told, both below the cut-off in {common}.", common=common, **names
        )
    scores = t(
        "{app} ahead on {ahead} and {rival} on {behind} of {days} ({chosen} chosen)",
        ahead=t.number(row["days_ahead"]),
        behind=t.number(row["days_behind"]),
        days=t.count("{n} comparable day", "{n} comparable days", int(row["days_told"])),
        chosen=t.number(row["days_chosen"]),
        **names,
    )
    return f"{t.join_semicolons(filter(None, [scores, _gap(view, row), _changes(view, row), common]))}."


def _changes(view: ViewContext, row: Row) -> str:
    """Lead changes from day to day; a lower bound where days in between cannot be compared."""
    t, changes = view.texts, int(row["lead_changes"])
    if row["days_told"] == 1:
        return ""
    if not changes:
        return t("no lead change seen")
    if row["days_between"]:
        return t.count("at least {n} lead change", "at least {n} lead changes", changes)
    return t.count("{n} lead change from day to day", "{n} lead changes from day to day", changes)


def _gap(view: ViewContext, row: Row) -> str:
    t, gap = view.texts, row["median_gap"]
    if pd.isna(gap):
        return t("never both ranked")
    if gap == 0:
        return t("median gap 0 places")
    leader = view.app_name(row["app"] if gap > 0 else row["rival"])
    return t("median gap {places}, {leader} higher", places=_places(view, abs(gap)), leader=leader)


def _places(view: ViewContext, gap: float) -> str:
    t = view.texts
    text = t.count("{n} place", "{n} places", int(gap))
    return text if gap == int(gap) else t("{gap} places", gap=t.number(gap))


def _chosen_pairs(view: ViewContext, pairs: pd.DataFrame) -> list[Row]:
    first, *rivals = view.filters.compared_apps()
    app_pairs = pairs[pairs["app"] == first].set_index("rival", drop=False)
    return [app_pairs.loc[rival].to_dict() for rival in rivals if rival in app_pairs.index]
