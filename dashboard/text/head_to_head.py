"""Sentences on two apps, compared by the readings that cover both."""

from collections.abc import Sequence

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.translator import Translator

INCONCLUSIVE = "?"


def sort_pairs(pairs: pd.DataFrame, apps: Sequence[str]) -> pd.DataFrame:
    """The pairs in the reader's order of apps."""
    order = {app: number for number, app in enumerate(apps)}
    return pairs.sort_values(["app", "rival"], key=lambda codes: codes.map(order))


def pair_table(view: ViewContext, pairs: pd.DataFrame) -> pd.DataFrame:
    """A row and a column an app, each cell the days on which the row's ranked higher, of the comparable days."""
    named = pairs.assign(
        app=[escape_markdown(view.app_name(app)) for app in pairs["app"]],
        rival=[escape_markdown(view.app_name(app)) for app in pairs["rival"]],
        cell=[_cell(view, row) for row in pairs.to_dict("records")],
    )
    order = list(dict.fromkeys(named["app"]))
    table = named.pivot(index="app", columns="rival", values="cell").reindex(index=order, columns=order)
    return table.fillna("").rename_axis(index=view.texts("Assistant"), columns=None)


def _cell(view: ViewContext, row: Row) -> str:
    if not row["days_told"]:
        return INCONCLUSIVE
    return f"{view.texts.number(row['days_ahead'])}/{view.texts.number(row['days_told'])}"


def hover_texts(view: ViewContext, pairs: pd.DataFrame) -> list[str]:
    """Hover text of each row: the pair in a sentence."""
    return [describe_pair(view, row) for row in pairs.to_dict("records")]


def row_labels(view: ViewContext, pairs: pd.DataFrame) -> list[str]:
    """The rival of each row and the median gap, or that nothing can be compared."""
    return [
        f"<b>{view.app_name(row['rival'])}</b> · "
        + (_gap(view, row) if row["days_told"] else view.texts("inconclusive"))
        for row in pairs.to_dict("records")
    ]


def title(view: ViewContext, pairs: pd.DataFrame) -> str:
    """Who ranked above whom, on how many of the comparable days; the chosen rivals, those alike together."""
    t, focus = view.texts, view.app_name(view.filters.apps[0])
    rivals: dict[tuple[bool, int, int], list[str]] = {}
    for row in _chosen_pairs(view, pairs):
        is_above = bool(row["days_ahead"] >= row["days_behind"])
        days = int(row["days_ahead"] if is_above else row["days_behind"])
        rivals.setdefault((is_above, days, int(row["days_told"])), []).append(view.app_name(row["rival"]))
    parts = [_order_text(t, focus, t.join(names), *key) for key, names in rivals.items()]
    return t.join_semicolons(parts)


def _order_text(t: Translator, focus: str, names: str, is_above: bool, days: int, comparable: int) -> str:
    if not comparable:
        return t("{app} vs {rivals}: inconclusive", app=focus, rivals=names)
    higher, lower = (focus, names) if is_above else (names, focus)
    days_text = t.count("{n} comparable day", "{n} comparable days", comparable)
    return t(
        "{higher} ranked above {lower} on {n} of {days}",
        higher=higher,
        lower=lower,
        n=t.number(days),
        days=days_text,
    )


def alt(view: ViewContext, pairs: pd.DataFrame) -> str:
    """Alternative text: the first app against each other one."""
    return " ".join(hover_texts(view, pairs))


def describe_pair(view: ViewContext, row: Row) -> str:
    """Two apps: days ahead either way, median gap, lead changes; or why they cannot be compared."""
    t, names = view.texts, {"app": view.app_name(row["app"]), "rival": view.app_name(row["rival"])}
    common = t.count("{n} snapshot in common", "{n} snapshots in common", int(row["readings"]))
    if not row["readings"]:
        return t("{app} and {rival}: inconclusive, no snapshot covers both.", **names)
    if not row["days_told"]:
        return t(
            "{app} and {rival}: inconclusive, both outside the list in {common}.", common=common, **names
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
        return t("never in the list together")
    if gap == 0:
        return t("median gap 0 ranks")
    leader = view.app_name(row["app"] if gap > 0 else row["rival"])
    return t("median gap {ranks}, {leader} higher", ranks=_ranks(view, abs(gap)), leader=leader)


def _ranks(view: ViewContext, gap: float) -> str:
    t = view.texts
    text = t.count("{n} rank", "{n} ranks", int(gap))
    return text if gap == int(gap) else t("{gap} ranks", gap=t.number(gap))


def _chosen_pairs(view: ViewContext, pairs: pd.DataFrame) -> list[Row]:
    first, *rivals = view.filters.compared_apps()
    app_pairs = pairs[pairs["app"] == first].set_index("rival", drop=False)
    return [app_pairs.loc[rival].to_dict() for rival in rivals if rival in app_pairs.index]
