"""Process-wide LRU caches of the catalogue, of databases and of query results.

Each is bounded and thread-safe. Concurrent requests for a key block until the first has its value; errors are not
cached.
"""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Condition

import cachetools

from dashboard.domain import catalog as catalogue
from dashboard.domain.catalog import Catalog
from dashboard.domain.clock import utc_now
from dashboard.warehouse import questions
from dashboard.warehouse.database import RELOAD
from dashboard.warehouse.folder import data_folder, data_version, data_version_or_empty
from dashboard.warehouse.query_result import QueryResult, params_json
from dashboard.warehouse.snapshots import SnapshotError
from dashboard.warehouse.warehouse import Warehouse

EARLIEST = date(2023, 1, 1)
MAX_CATALOGS = 4
MAX_DATABASES = 3  # the live one and two pinned; at their limits they fit into the unit's MemoryMax
MAX_RESULT_BYTES = 128_000_000  # of all results


def catalog() -> Catalog:
    """The catalogue of the data folder; raises CatalogError."""
    path = data_folder() / "catalog.toml"
    return _catalog(path, path.stat().st_mtime_ns if path.exists() else 0)


@cachetools.cached(cachetools.LRUCache(maxsize=MAX_CATALOGS), condition=Condition())
def _catalog(path: Path, changed_ns: int) -> Catalog:
    return catalogue.load_catalog(path)


@cachetools.cached(cachetools.LRUCache(maxsize=MAX_DATABASES), condition=Condition())
def warehouse_for(version: str, as_of: datetime | None) -> Warehouse:
    """DuckDB over the snapshots of this data version; raises SnapshotError where the version has changed."""
    warehouse = Warehouse(data_folder(), catalog(), as_of)
    if data_version() != version:
        raise SnapshotError(data_folder() / "snapshots", "has changed while it was read", RELOAD)
    return warehouse


def warehouse(as_of: datetime | None = None) -> Warehouse:
    """DuckDB over the present snapshots, as of a moment (UTC)."""
    return warehouse_for(data_version(), as_of)


def query_result(version: str, as_of: datetime | None, name: str, params: dict[str, object]) -> QueryResult:
    """The result of the question `name` over this data version; raises as Warehouse.query does.

    Readers share the cells, not the frame: pandas copies a column before it changes one.
    """
    result = _query(version, as_of, name, params)
    return replace(result, rows=result.rows.copy(deep=False))


def _result_bytes(result: QueryResult) -> int:
    return int(result.rows.memory_usage(deep=True).sum())


@cachetools.cached(
    cachetools.LRUCache(maxsize=MAX_RESULT_BYTES, getsizeof=_result_bytes),
    key=lambda version, as_of, name, params: (version, as_of, name, params_json(params)),
    condition=Condition(),
)
def _query(version: str, as_of: datetime | None, name: str, params: dict[str, object]) -> QueryResult:
    warehouse = warehouse_for(version, as_of)
    return QueryResult(warehouse.sql_file(name), params, getattr(questions, name)(warehouse, **params))


def date_range(as_of: datetime | None = None) -> tuple[date, date]:
    """First and last day of the data; EARLIEST and today where a snapshot is damaged."""
    version = data_version()
    try:
        row = query_result(version, as_of, "date_range", {}).rows.iloc[0]
    except SnapshotError:
        # Asked again where it changed under the question.
        return date_range(as_of) if data_version_or_empty() != version else (EARLIEST, utc_now().date())
    return (EARLIEST, utc_now().date()) if row.isna().any() else (row["first_day"], row["last_day"])
