"""Sentences on two assistants in the readings that tell of both."""

from collections.abc import Sequence

import pandas as pd

from dashboard.sentences.launch import Row
from dashboard.session import View


def cells(view: View, pairs: pd.DataFrame) -> list[str]:
    """Days ahead of days that can tell, in few signs."""
    return [_score(view, row) or "?" for row in pairs.to_dict("records")]


def reasons(view: View, pairs: pd.DataFrame) -> list[str]:
    """What each cell rests on."""
    return [pair(view, row) for row in pairs.to_dict("records")]


def in_order(pairs: pd.DataFrame, apps: Sequence[str]) -> pd.DataFrame:
    """The pairs in the reader's order of the assistants."""
    turn = {app: number for number, app in enumerate(apps)}
    return pairs.sort_values(["app", "rival"], key=lambda codes: codes.map(turn))


def title(view: View, pairs: pd.DataFrame) -> str:
    """On how many of the days that can tell the first assistant stood above each rival."""
    t = view.texts
    told = [_short(view, row) for row in _chosen(view, pairs)]
    return t("{app} ahead: {list}", app=view.name(view.filters.apps[0]), list=t.clauses(told))


def _short(view: View, row: Row) -> str:
    t, rival = view.texts, view.name(row["rival"])
    if not row["days_told"]:
        return t("cannot be told of {rival}", rival=rival)
    days = t.count("{n} day", "{n} days", int(row["days_told"]))
    return t("of {rival} on {n} of {days}", rival=rival, n=t.number(row["days_ahead"]), days=days)


def lead(view: View, pairs: pd.DataFrame) -> str:
    """Each chosen pair in a sentence of its own."""
    return "\n".join(f"- {pair(view, row)}" for row in _chosen(view, pairs))


def alt(view: View, pairs: pd.DataFrame) -> str:
    """Every pair once, with both numbers."""
    return " ".join(pair(view, row) for row in pairs[pairs["app"] < pairs["rival"]].to_dict("records"))


def pair(view: View, row: Row) -> str:
    """Two assistants: days ahead either way, median gap, lead changes; or why it cannot be told."""
    t, names = view.texts, {"app": view.name(row["app"]), "rival": view.name(row["rival"])}
    common = t.count("{n} reading in common", "{n} readings in common", int(row["readings"]))
    if not row["readings"]:
        return t("{app} and {rival}: cannot be told, no reading tells of both.", **names)
    if not row["days_told"]:
        return t(
            "{app} and {rival}: cannot be told, both below the cut-off in {common}.", common=common, **names
        )
    scores = t(
        "{app} ahead on {ahead} and {rival} on {behind} of {days} that can tell",
        ahead=t.number(row["days_ahead"]),
        behind=t.number(row["days_behind"]),
        days=t.count("{n} day", "{n} days", int(row["days_told"])),
        **names,
    )
    changes = t.count("{n} lead change", "{n} lead changes", int(row["lead_changes"]))
    return f"{t.clauses([scores, _gap(view, row), changes, common])}."


def _gap(view: View, row: Row) -> str:
    t, gap = view.texts, row["median_gap"]
    if pd.isna(gap):
        return t("never both ranked")
    leader = view.name(row["app"] if gap > 0 else row["rival"])
    places = t.number(abs(gap))
    return t("median gap {places} places, {leader} higher", places=places, leader=leader)


def _score(view: View, row: Row) -> str:
    number = view.texts.number
    return f"{number(row['days_ahead'])}/{number(row['days_told'])}" if row["days_told"] else ""


def _chosen(view: View, pairs: pd.DataFrame) -> list[Row]:
    first, *rivals = view.filters.compared()
    mine = pairs[pairs["app"] == first].set_index("rival", drop=False)
    return [mine.loc[rival].to_dict() for rival in rivals if rival in mine.index]
