"""Results as CSV and Parquet; every row has the same columns of provenance.

evidence_question       file of queries/
evidence_asked          its parameters, as JSON
evidence_kind           observed, reported, estimated; several where a number rests on several
evidence_source         claim, archive or address of the row; else the snapshots that the answer rests on
evidence_dated          when it was observed, or the time that a claim speaks of, as exact as its source;
                        empty where no row says it: then the days asked for do
evidence_as_of          moment that the numbers are as of, UTC
evidence_newest_ingest  ingest time of the newest data in them, UTC
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype

from dashboard.domain.clock import UTC_FORMAT, format_utc
from dashboard.sections.view import View
from dashboard.text.escaping import escape_formulas
from dashboard.warehouse import questions
from dashboard.warehouse.query_result import QueryResult
from dashboard.warehouse.snapshots import SnapshotError

KINDS_OF_DATASETS = {
    **dict.fromkeys(("charts", "ratings", "listings", "page_views", "attempts"), ("observed",)),
    **dict.fromkeys(("launches", "reported_ranks", "events", "features"), ("reported",)),
    "milestones": ("reported", "estimated"),
}
KINDS = {"observed", "reported", "estimated", "modelled"}  # a column `kind` may hold other values
CLAIMS = ("claim_id", "floor_claim", "ceiling_claim")
SOURCES = (*CLAIMS, "event_id", "launch_id", "source_id", "collection", "collections", "url")
# The date of a row is in the first of these columns that it has.
DATES = (
    *("observed_at", "published_on", "period_end", "happened_on", "happened", "launched_on", "last_day"),
    *("latest_at", "newest_at", "last_at", "day", "period", "recorded_on", "run_at", "asked_at", "as_of"),
)


def to_csv(rows: pd.DataFrame) -> bytes:
    """The rows with their codes as CSV in UTF-8 with a byte order mark; formulas of spreadsheets are escaped."""
    return escape_formulas(rows).to_csv(index=False, date_format=UTC_FORMAT).encode("utf-8-sig")


def to_parquet(rows: pd.DataFrame) -> bytes:
    """The rows with their codes and types as Parquet."""
    return rows.to_parquet(index=False)


def add_source_columns(view: View, result: QueryResult) -> pd.DataFrame:
    """The rows of a result with the columns of provenance."""
    rows, warehouse = result.rows, view.warehouse
    files = warehouse.source_snapshots(result.file.name)
    newest = max(
        (moment for file in files for moment in file.ingest_times if moment <= warehouse.as_of), default=None
    )
    kinds = dict.fromkeys(kind for file in files for kind in KINDS_OF_DATASETS.get(file.dataset, ()))
    stated = _first_value(rows, ("kind",))
    return rows.assign(
        evidence_question=result.file.name,
        evidence_asked=result.params_json,
        evidence_kind=stated.where(stated.isin(KINDS)).fillna(";".join(kinds)),
        evidence_source=_first_value(rows, SOURCES).fillna(";".join(file.path.name for file in files)),
        evidence_dated=_first_value(rows, DATES).fillna(_first_value(rows, CLAIMS).map(_claim_dates(view))),
        evidence_as_of=_moment(view.filters.as_of or warehouse.newest_ingest),
        evidence_newest_ingest=_moment(newest),
    )


def _claim_dates(view: View) -> dict[str, str]:
    """The date of each claim by its id; none where a snapshot is damaged."""
    with suppress(SnapshotError):
        claims = view.query_untracked(questions.all_claims).rows.dropna(subset=["happened"])
        return dict(zip(claims["claim_id"], claims["happened"].astype("str"), strict=True))
    return {}


def _first_value(rows: pd.DataFrame, names: Iterable[str]) -> "pd.Series[Any]":
    """Per row, the first non-null of `names` as a string; columns that are absent or numeric are skipped."""
    values = pd.Series(None, index=rows.index, dtype="str")
    for name in names:
        if name in rows and not is_numeric_dtype(rows[name]):  # a day since launch is no date
            values = values.fillna(rows[name].map(_text, na_action="ignore").astype("str"))
    return values


def _text(value: Any) -> str:
    return format_utc(value) if isinstance(value, pd.Timestamp) else str(value)


def _moment(moment: datetime | None) -> Any:
    return pd.NaT if moment is None else pd.Timestamp(moment)
