"""The one place where Streamlit meets DuckDB: the catalogue, the warehouse, and what it answered.

Answers are cached by snapshots, moment, question and parameters; one cursor a call.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import pandas as pd
import streamlit as st

from dashboard import catalog as catalogue
from dashboard import questions
from dashboard.catalog import Catalog
from dashboard.data_folder import data_folder, key, snapshots_key
from dashboard.database import RELOAD
from dashboard.snapshot_files import SnapshotError
from dashboard.warehouse import Warehouse

EARLIEST = date(2023, 1, 1)
HOUSES = 3  # databases: the present and two moments, which at their limits fit into the unit's MemoryMax


def catalog() -> Catalog:
    """The catalogue of the data folder; raises CatalogError."""
    path = data_folder() / "catalog.toml"
    return _catalog(path, path.stat().st_mtime_ns if path.exists() else 0)


@st.cache_resource(show_spinner=False, max_entries=4)
def _catalog(path: Path, changed_ns: int) -> Catalog:
    return catalogue.load(path)


@st.cache_resource(show_spinner=False, max_entries=HOUSES)
def warehouse_of(key: str, as_of: datetime | None) -> Warehouse:
    """DuckDB over the snapshots that `key` names; raises SnapshotError where they are other ones by now."""
    house = Warehouse(data_folder(), catalog(), as_of)
    if snapshots_key() != key:
        raise SnapshotError(data_folder() / "snapshots", "has changed while it was read", RELOAD)
    return house


def warehouse(as_of: datetime | None = None) -> Warehouse:
    """DuckDB over today's snapshots, as of a moment (UTC)."""
    return warehouse_of(snapshots_key(), as_of)


@st.cache_data(show_spinner=False, max_entries=512)
def answer(key: str, as_of: datetime | None, name: str, params: dict[str, object]) -> pd.DataFrame:
    """What the question `name` is answered from the snapshots that `key` names; raises as Warehouse.ask does."""
    found = cast(pd.DataFrame, getattr(questions, name)(warehouse_of(key, as_of), **params))
    found.attrs["asked"] = as_json(params)  # goes with the rows, also where some of them are picked
    return found


def as_json(params: dict[str, object]) -> str:
    """A question's parameters as JSON; a question casts each, so it can be asked with them again."""
    return json.dumps(params, default=str, sort_keys=True)


def span(as_of: datetime | None = None) -> tuple[date, date]:
    """First and last day of all that is held; a wide guess where a damaged file hides them."""
    asked = snapshots_key()
    try:
        row = answer(asked, as_of, "date_range", {}).iloc[0]
    except SnapshotError:
        # Asked again where it changed under the question.
        return span(as_of) if key() != asked else (EARLIEST, datetime.now(UTC).date())
    return (EARLIEST, datetime.now(UTC).date()) if row.isna().any() else (row["first_day"], row["last_day"])
