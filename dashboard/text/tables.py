"""An answer as a table that a reader can read: names for codes, one language, links for addresses."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from dashboard.text.claims import TIERS, measurer, period, source, statement
from dashboard.text.columns import COLUMNS
from dashboard.text.context import ViewContext
from dashboard.text.labels import catalog_label, code_label

# Columns that serve the machine; the CSV keeps them.
HIDDEN_COLUMNS = {
    "time_precision",
    "stretch",
    "source",
    "core",
    "is_day_zero",
    "shown",
    "app_id",
    "reading_en",
    "reading_fr",
    "floor_claim",
    "ceiling_claim",
    "copy",
    "conflict_id",
    "series",
    "place",
    "approximate",
    "platform_stated",
    "scope_stated",
    *("zero_last", "ranked_by", "ranked_who", "ranked_kind", "ranked_after", "unranked"),
    *("before_platform", "before_least", "before_most", "floor_about", "zero_days", "like_for_like"),
    "first_until",
    "entry",
    "entry_first",
    "entry_last",
    "statement",
    "days_chosen",
    "before_precision",
}
# Moments under a heading that asks for a day.
DAYS = {"best_at", "first_at", "latest_at", "last_ranked_at"}
MOMENTS = ("observed_at", "newest_at")  # how exactly each is known stands in `time_precision`
DAY, MINUTE = "%Y-%m-%d", "%Y-%m-%d %H:%M"
# These say the days better than a first and a last day.
INEXACT = {"launched_on", "happened_on", "period_end"}
CODED = {
    *("state", "kind", "qualifier", "bound", "platform", "precision", "basis", "unit", "dataset"),
    *("from_platform", "race", "verdict", "reason", "day0", "floor_kind", "ceiling_kind", "move"),
    "outcome",
}
TERMS = {
    "store": "stores",
    "chart": "charts",
    "category": "categories",
    "metric": "metrics",
    "feature": "features",
}
PARTIAL = {"period_start", "period_end", "launched_on", "published_on", "happened_on", "happened", "as_of"}


def to_display_table(view: ViewContext, answer: pd.DataFrame) -> pd.DataFrame:
    """The answer's rows in the reader's words, under the reader's headings."""
    other = "_en" if view.texts.lang == "fr" else "_fr"
    kept = [name for name in answer.columns if name not in HIDDEN_COLUMNS and not name.endswith(other)]
    if "period_start" in kept and {"period_end", "happened"} & set(kept):
        kept.remove("period_start")
    if INEXACT & set(kept):
        kept = [name for name in kept if name not in ("first_day", "last_day")]
    known = answer.assign(**_by_precision(answer))
    told = {_heading(view, name): _cells(view, name, known[name]) for name in kept}
    return pd.DataFrame(told | _of_claims(view, answer), index=answer.index)[list(told)]


def _of_claims(view: ViewContext, answer: pd.DataFrame) -> dict[str, "pd.Series[Any]"]:
    """Cells that rest on several columns: a period, and what a source does not state."""
    t, rows = view.texts, answer.to_dict("records")
    told = {
        _heading(view, name): [
            t("not stated") if row[f"{name}_stated"] is False else cell for row, cell in cells
        ]
        for name in ("platform", "scope")
        if f"{name}_stated" in answer
        for cells in [list(zip(rows, _cells(view, name, answer[name]), strict=True))]
    }
    ends = [name for name in ("period_end", "happened") if name in answer and "period_start" in answer]
    for name in ends:
        told[_heading(view, name)] = [period(t, {**row, "period_end": row[name]}) for row in rows]
    return {name: pd.Series(cells, answer.index) for name, cells in told.items()}


def _by_precision(answer: pd.DataFrame) -> "dict[str, pd.Series[Any]]":
    """The moments of which some or all are known to the day, written no more exactly than that."""
    told = {name: answer[name].dt.date for name in DAYS & set(answer)}
    exact = answer["time_precision"] != "day" if "time_precision" in answer else pd.Series(dtype="bool")
    if exact.all():
        return told
    for name in [name for name in MOMENTS if name in answer]:
        days = answer[name].dt.strftime(DAY)
        told[name] = (
            answer[name].dt.strftime(MINUTE).where(exact, days) if exact.any() else answer[name].dt.date
        )
    return told


def address_heading(view: ViewContext) -> str:
    """The heading of the one column whose cells are links."""
    return _heading(view, "url")


def _heading(view: ViewContext, name: str) -> str:
    stem = name.removesuffix(f"_{view.texts.lang}")
    return view.texts(COLUMNS.get(stem, stem))


def _cells(view: ViewContext, name: str, cells: "pd.Series[Any]") -> "pd.Series[Any]":
    tell = _formatter(view, name)
    return cells.map(tell, na_action="ignore") if tell else cells


def _formatter(view: ViewContext, name: str) -> Callable[[Any], Any] | None:
    t = view.texts
    if name in CODED:
        return lambda code: code_label(t, code)
    if name in TERMS:
        return lambda code: catalog_label(view.catalog, t, TERMS[name], code)
    tellers: dict[str, Callable[[Any], Any]] = {
        "app": view.app_name,
        "rival": view.app_name,
        "apps": lambda codes: t.join(view.app_name(app) for app in _listed(codes)),
        "country": t.country,
        "scope": t.country,
        "from_scope": t.country,
        "publisher": partial(source, t),
        "stated_by": partial(measurer, t),
        "rests_on": partial(statement, t),
        "tier": lambda tier: t(TIERS[tier]),
    }
    return tellers.get(name) or (t.partial_date if name in PARTIAL else None)


def _listed(codes: Any) -> list[str]:
    return codes.split(";") if isinstance(codes, str) else list(codes)
