"""DuckDB over the snapshots of one data folder, as of one moment.

Views and questions are SQL files. A damaged snapshot disables only the questions that need it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd

from dashboard.domain.catalog import Catalog
from dashboard.warehouse import database, rollups
from dashboard.warehouse.parquet import convert_duckdb_errors, select_columns, suppress_damage
from dashboard.warehouse.snapshot_metadata import DATASETS, column_types, dataset_columns
from dashboard.warehouse.snapshots import SnapshotError, SnapshotFile, list_snapshots
from dashboard.warehouse.sql import QUERIES, SqlFile, parse_sql_file, read_sql

FAR_FUTURE = datetime(9999, 12, 31)
COLLECTED_DATASETS = ("attempts", "listings", "page_views")  # written by the collector only
# The tables that a statement reads; a macro may get one as text. DuckDB's get_table_names refuses parameters of macros.
_TABLE_REFERENCE = re.compile(r"(?:\b(?:from|join)\s+(?:lateral\s+)?|\('(?=raw_))(\w+)")


def catalog_tables(catalog: Catalog, as_of: datetime) -> dict[str, pd.DataFrame]:
    """The tables of the catalogue by name; `clock` has the as-of moment (UTC)."""
    apps = [{k: v for k, v in asdict(app).items() if isinstance(v, str)} for app in catalog.apps]
    ids = [
        {"app": app.id, "store": s.store, "app_id": s.id, "since": s.since, "until": s.until}
        for app in catalog.apps
        for s in app.stores
    ]
    return {
        "catalog_apps": pd.DataFrame(apps).rename(columns={"id": "app"}),
        "catalog_stores": pd.DataFrame(
            [{"store": store.id, "device": store.device} for store in catalog.stores]
        ),
        "catalog_ids": pd.DataFrame(ids).astype({"since": "datetime64[us]", "until": "datetime64[us]"}),
        "catalog_collections": pd.DataFrame([asdict(c) for c in catalog.collections]).rename(
            columns={"id": "collection"}
        ),
        "clock": pd.DataFrame({"as_of": pd.Series([as_of], dtype="datetime64[us]")}),
    }


class Warehouse:
    """One DuckDB database over the snapshots in `data`, as of `as_of` (UTC; None: now)."""

    def __init__(self, data: Path, catalog: Catalog, as_of: datetime | None = None) -> None:
        self.as_of = as_of or FAR_FUTURE
        self.files = list_snapshots(data / "snapshots")
        self._rollups = rollups.find_rollups(data, self.files, catalog)
        self._read = [*(file for file in self.files if not file.damage), *self._rollups.values()]
        self._con = database.open_database(self._read)
        self._con.execute(read_sql("macros/scalar"))
        for name, frame in catalog_tables(catalog, self.as_of).items():
            self._con.from_df(frame).create(name)
        self._broken: dict[str, SnapshotError] = {
            f"raw_{file.dataset}": file.damage for file in reversed(self.files) if file.damage is not None
        }
        self._created: set[str] = set()  # tables, views and macros, also those that could not be
        self._lock = Lock()  # of their creation

    def prepare(self) -> None:
        """Create every view and table now; else each waits until a query reads it."""
        self._create_tables(_view_files())

    @property
    def first_ingest(self) -> datetime | None:  # UTC
        return min(self._moments(), default=None)

    @property
    def newest_ingest(self) -> datetime | None:  # up to as_of, UTC
        return max((moment for moment in self._moments() if moment <= self.as_of), default=None)

    def _moments(self) -> list[datetime]:
        return [moment for file in self.files if not file.damage for moment in file.ingest_times]

    @property
    def missing(self) -> list[str]:
        """Datasets of the repository without any snapshot."""
        return sorted(DATASETS - {file.dataset for file in self.files} - set(COLLECTED_DATASETS))

    @property
    def damage(self) -> list[SnapshotError]:
        """The errors of the files of the snapshots folder."""
        return [file.damage for file in self.files if file.damage]

    def sql_file(self, name: str) -> SqlFile:
        """The parsed queries/<name>.sql."""
        return parse_sql_file(QUERIES / f"{name}.sql")

    def query(self, name: str, params: Mapping[str, Any]) -> pd.DataFrame:
        """Run queries/<name>.sql; raises QueryLimitError, or SnapshotError where a file is damaged or has changed."""
        file = self.sql_file(name)
        with database.ensure_unchanged(self._read), convert_duckdb_errors(self._con, self._read):
            self._create_tables(_TABLE_REFERENCE.findall(file.body))
            error = self._dependency_error(file.body)
            if error:
                raise error.copy()
            return database.run_query(self._con, file.body, params)

    def table(self, name: str) -> duckdb.DuckDBPyRelation:
        """A view or table of queries/, created where it was not yet; raises SnapshotError as query does."""
        self._create_tables([name])
        if name in self._broken:
            raise self._broken[name].copy()
        return self._con.cursor().table(f"warehouse.{name}")

    def describe(self, name: str) -> list[tuple[str, str]]:
        """(column, type) of a question's result, by DuckDB."""
        file = self.sql_file(name)
        self._create_tables(_TABLE_REFERENCE.findall(file.body))
        with database.cursor(self._con) as cursor:
            rows = cursor.sql(file.body, params=dict.fromkeys(file.params, None))
            return list(column_types(rows).items())

    def source_snapshots(self, name: str) -> list[SnapshotFile]:
        """The snapshots that queries/<name>.sql reads, by ingest time."""
        tables: set[str] = set()
        bodies = [self.sql_file(name).body]
        while bodies:
            new = set(_TABLE_REFERENCE.findall(bodies.pop())) - tables
            tables |= new
            bodies += [parse_sql_file(path).body for name, path in _view_files().items() if name in new]
        if "raw_chart_readings" in tables:
            tables.add("raw_charts")
        return [
            file
            for file in self.files
            if f"raw_{file.dataset}" in tables and file.ingest_times[0] <= self.as_of
        ]

    def _create_tables(self, names: Iterable[str]) -> None:
        """Create those of the named views, tables and macros that are not there yet, and what they read."""
        if self._created.issuperset(names):
            return
        with self._lock:
            for name in names:
                self._create(name)
            database.checkpoint(self._con)

    def _create(self, name: str) -> None:
        if name in self._created:
            return
        if name == "raw_chart_readings":
            self._create_rollup_view()
        elif name.startswith("raw_"):
            self._create_dataset(name.removeprefix("raw_"))
        elif name in _view_files():
            self._create_view(name)
        self._created.add(name)

    def _create_dataset(self, dataset: str) -> None:
        """Create raw_<dataset>: a view of its snapshots, or an empty table."""
        files = [file for file in self.files if file.dataset == dataset]
        if f"raw_{dataset}" in self._broken:
            return
        if files:
            rows = self._con.read_parquet([str(file.path) for file in files], union_by_name=True)
            select_columns(rows, dataset_columns(dataset)).create_view(f"raw_{dataset}")
        else:
            self._con.execute(read_sql(f"schema/{dataset}"))

    def _create_rollup_view(self) -> None:
        self._create("raw_charts")
        if "raw_charts" in self._broken:
            self._broken["raw_chart_readings"] = self._broken["raw_charts"]
            return
        with (
            suppress_damage(self._broken, "raw_chart_readings"),
            convert_duckdb_errors(self._con, self._read),
        ):
            rollups.create_rollup_view(self._con, self.files, self._rollups)

    def _create_view(self, name: str) -> None:
        path = _view_files()[name]
        body = parse_sql_file(path).body
        for needed in _TABLE_REFERENCE.findall(body):
            if needed != name:
                self._create(needed)
        error = self._dependency_error(body)
        if error:
            self._broken[name] = error
            return
        with suppress_damage(self._broken, name), convert_duckdb_errors(self._con, self._read):
            match path.parent.name:
                case "macros":  # a view that takes parameters, as a macro
                    self._con.execute(body)
                case "materialized":  # small, read often, and the same for as long as this warehouse stands
                    self._con.sql(body).create(name)
                case _:
                    self._con.sql(body).create_view(name)

    def _dependency_error(self, body: str) -> SnapshotError | None:
        """The error of the first table that a statement reads and that has one."""
        errors = (self._broken.get(name) for name in _TABLE_REFERENCE.findall(body))
        return next((error for error in errors if error), None)


@lru_cache(maxsize=1)
def _view_files() -> dict[str, Path]:
    """The files of views, materialized tables and macros that take parameters, by name."""
    folders = ("views", "materialized", "macros")
    paths = [path for folder in folders for path in (QUERIES / folder).glob("*.sql")]
    return {path.stem: path for path in paths if path.stem != "scalar"}
