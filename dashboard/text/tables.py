"""Query results as tables for readers: labels for codes, one language, links for addresses."""

import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from dashboard.text.claims import TIERS, measurer_name, period_text, source_name, statement_label
from dashboard.text.columns import COLUMN_LABELS
from dashboard.text.context import ViewContext
from dashboard.text.labels import catalog_label, code_label

# Internal columns; the CSV export has them.
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
    *("line_days", "line_ranks", "first_app"),
}
# Datetimes that are displayed as days.
DAY_COLUMNS = {"best_at", "first_at", "latest_at", "last_ranked_at"}
DATETIME_COLUMNS = ("observed_at", "newest_at")  # their precision: `time_precision`
DAY_FORMAT, MINUTE_FORMAT = "%Y-%m-%d", "%Y-%m-%d %H:%M"
# Columns that replace first_day and last_day.
INEXACT_DAYS = {"launched_on", "happened_on", "period_end"}
CODE_COLUMNS = {
    *("state", "kind", "qualifier", "bound", "platform", "precision", "basis", "unit", "dataset"),
    *("from_platform", "race", "verdict", "reason", "day0", "floor_kind", "ceiling_kind", "move"),
    *("outcome", "move_before", "move_week", "move_month", "lane"),
}
CATALOG_COLUMNS = {
    "store": "stores",
    "chart": "charts",
    "category": "categories",
    "metric": "metrics",
    "feature": "features",
}
PARTIAL_DATES = {
    *("period_start", "period_end", "launched_on", "published_on", "happened_on", "happened", "as_of"),
}


def to_display_table(view: ViewContext, answer: pd.DataFrame) -> pd.DataFrame:
    """The result in the reader's language, under readable headings."""
    other_language = "_en" if view.texts.lang == "fr" else "_fr"
    names = [
        name for name in answer.columns if name not in HIDDEN_COLUMNS and not name.endswith(other_language)
    ]
    if "period_start" in names and {"period_end", "happened"} & set(names):
        names.remove("period_start")
    if INEXACT_DAYS & set(names):
        names = [name for name in names if name not in ("first_day", "last_day")]
    values = answer.assign(**_datetime_cells(answer))
    cells = {_heading(view, name): _cells(view, name, values[name]) for name in names}
    return pd.DataFrame(cells | _claim_cells(view, answer), index=answer.index)[list(cells)]


def _claim_cells(view: ViewContext, answer: pd.DataFrame) -> dict[str, "pd.Series[Any]"]:
    """Cells computed from several columns: periods, and scopes that are not stated."""
    t, rows = view.texts, answer.to_dict("records")
    columns: dict[str, list[Any]] = {}
    for name in [name for name in ("platform", "scope") if f"{name}_stated" in answer]:
        columns[_heading(view, name)] = [
            t("not stated") if row[f"{name}_stated"] is False else cell
            for row, cell in zip(rows, _cells(view, name, answer[name]), strict=True)
        ]
    ends = [name for name in ("period_end", "happened") if name in answer and "period_start" in answer]
    for name in ends:
        columns[_heading(view, name)] = [period_text(t, {**row, "period_end": row[name]}) for row in rows]
    return {name: pd.Series(cells, answer.index) for name, cells in columns.items()}


def _datetime_cells(answer: pd.DataFrame) -> "dict[str, pd.Series[Any]]":
    """The datetime columns, without a time of day where it is not known."""
    columns = {name: answer[name].dt.date for name in DAY_COLUMNS & set(answer)}
    has_time = answer["time_precision"] != "day" if "time_precision" in answer else pd.Series(dtype="bool")
    if has_time.all():
        return columns
    for name in [name for name in DATETIME_COLUMNS if name in answer]:
        moments = answer[name].dt
        minutes = moments.strftime(MINUTE_FORMAT).where(has_time, moments.strftime(DAY_FORMAT))
        columns[name] = minutes if has_time.any() else moments.date
    return columns


def search_rows(table: pd.DataFrame, term: str) -> pd.DataFrame:
    """The rows of a display table with a cell that has the term, in capitals or not, with accents or without."""
    wanted = _searchable(term.strip())
    if not wanted:
        return table
    return table[[any(wanted in _searchable(str(cell)) for cell in row) for row in table.to_numpy()]]


def _searchable(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def url_heading(view: ViewContext) -> str:
    """The heading of the one column whose cells are links."""
    return _heading(view, "url")


def _heading(view: ViewContext, name: str) -> str:
    stem = name.removesuffix(f"_{view.texts.lang}")
    return view.texts(COLUMN_LABELS.get(stem, stem))


def _cells(view: ViewContext, name: str, cells: "pd.Series[Any]") -> "pd.Series[Any]":
    formatter = _formatter(view, name)
    return cells.map(formatter, na_action="ignore") if formatter else cells


def _formatter(view: ViewContext, name: str) -> Callable[[Any], Any] | None:
    t = view.texts
    if name in CODE_COLUMNS:
        return lambda code: code_label(t, code)
    if name in CATALOG_COLUMNS:
        return lambda code: catalog_label(view.catalog, t, CATALOG_COLUMNS[name], code)
    formatters: dict[str, Callable[[Any], Any]] = {
        "app": view.app_name,
        "rival": view.app_name,
        "apps": lambda codes: t.join(view.app_name(app) for app in _split_codes(codes)),
        "country": t.country,
        "scope": t.country,
        "from_scope": t.country,
        "publisher": partial(source_name, t),
        "stated_by": partial(measurer_name, t),
        "rests_on": partial(statement_label, t),
        "tier": lambda tier: t(TIERS[tier]),
    }
    return formatters.get(name) or (t.partial_date if name in PARTIAL_DATES else None)


def _split_codes(codes: Any) -> list[str]:
    return codes.split(";") if isinstance(codes, str) else list(codes)
