"""Write one ingest as one immutable Parquet file, whole or not at all."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from dashboard.collect.checks.fields import Row
from dashboard.warehouse.files import replace_durably, short_checksum
from dashboard.warehouse.snapshot_metadata import TIME
from dashboard.warehouse.snapshots import SnapshotFile, list_snapshots
from dashboard.warehouse.sql import read_sql


def create_stored_view(con: duckdb.DuckDBPyConnection, dataset: str, paths: Iterable[Path]) -> None:
    """Create `raw_<dataset>`, empty, and the view `stored_rows`: all rows of `paths`.

    An older file that lacks a column has nulls in it.
    """
    con.execute(read_sql(f"schema/{dataset}"))
    shape, names = con.table(f"raw_{dataset}"), [str(path) for path in paths]
    shape.create_view("shape")
    (con.read_parquet(names, union_by_name=True) if names else shape).create_view("file_rows")
    con.execute(read_sql("ingest/stored_rows"))


# Observations grow by what is new; claims are kept as the whole file of that day.
NEW_ROWS_SQL = {
    "charts": "new_readings",
    "ratings": "new_ratings",
    "listings": "new_listings",
    "page_views": "new_page_views",
    "attempts": "new_attempts",
}


@dataclass(frozen=True)
class Ingest:
    """Checked rows of one dataset and where they came from."""

    dataset: str
    rows: list[Row]
    origin: str


def write_snapshot(folder: Path, ingest: Ingest, now: datetime) -> Path | None:
    """Add the snapshot that `ingest` makes to `folder`; None where it would say nothing new.

    `now` is UTC. Raises SnapshotError where an existing snapshot of the dataset is damaged:
    new rows cannot be determined then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for stray in folder.glob(".*.tmp"):  # of a killed run: there is one writer at a time
        stray.unlink()
    with duckdb.connect() as con:
        newest = _create_stored_rows(con, folder, ingest.dataset)
        _stage(con, ingest)
        _run(con, NEW_ROWS_SQL.get(ingest.dataset, "changed_claims"))
        if not con.table("new_rows").limit(1).fetchall():
            return None
        return _write(con, folder, ingest, newest, now)


def refuse_unstorable(ingest: Ingest) -> None:
    """Raise whatever keeps the rows from becoming rows of their dataset; nothing is written."""
    with duckdb.connect() as con:
        create_stored_view(con, ingest.dataset, [])
        _stage(con, ingest)


def query_stored(
    con: duckdb.DuckDBPyConnection, folder: Path, dataset: str, name: str, besides: str = ""
) -> list[tuple[Any, ...]]:
    """The answer of queries/ingest/<name>.sql over a dataset's snapshots; raises SnapshotError on damage.

    Those of the origin `besides` are left out.
    """
    con.begin()
    try:
        _create_stored_rows(con, folder, dataset, besides)
        return con.sql(read_sql(f"ingest/{name}")).fetchall()
    finally:
        con.rollback()  # the views of this query are temporary


def raise_if_damaged(folder: Path, datasets: list[str]) -> None:
    """Raise SnapshotError if an existing snapshot of any of `datasets` is damaged."""
    for file in list_snapshots(folder):
        if file.damage and file.dataset in datasets:
            raise file.damage.copy()


def _run(con: duckdb.DuckDBPyConnection, name: str, **params: object) -> None:
    con.execute(read_sql(f"ingest/{name}"), params or None)


def _create_stored_rows(
    con: duckdb.DuckDBPyConnection, folder: Path, dataset: str, besides: str = ""
) -> SnapshotFile | None:
    """Create the view `stored_rows` of the dataset's snapshots; returns the newest of them."""
    raise_if_damaged(folder, [dataset])
    files = [file for file in list_snapshots(folder) if file.dataset == dataset]
    create_stored_view(
        con, dataset, [file.path for file in files if not besides or file.metadata("origin") != besides]
    )
    return files[-1] if files else None


def _stage(con: duckdb.DuckDBPyConnection, ingest: Ingest) -> None:
    rows = pa.Table.from_pylist([row.model_dump() for row in ingest.rows])
    con.from_arrow(rows).create("incoming")
    con.table(f"raw_{ingest.dataset}").create("staged")
    _run(con, "stage")


def _write(
    con: duckdb.DuckDBPyConnection, folder: Path, ingest: Ingest, newest: SnapshotFile | None, now: datetime
) -> Path:
    moment = _moment(folder, newest, now)
    partial = folder / f".{ingest.dataset}-{os.getpid()}.tmp"
    facts = {"origin": ingest.origin, "previous": newest.path.name if newest else "", "ingested_at": moment}
    facts["rows"] = str(len(con.table("new_rows")))
    try:
        _run(con, "write", path=str(partial), **facts)
        return finalize_file(partial, folder / f"{ingest.dataset}-{moment.strftime(TIME)}")
    finally:
        partial.unlink(missing_ok=True)


def _moment(folder: Path, newest: SnapshotFile | None, now: datetime) -> datetime:
    """The moment of an ingest: clocks jump, and what was pinned must not change by it.

    Later than the dataset's newest snapshot, and not before any other's.
    """
    existing = [file.ingested_at for file in list_snapshots(folder) if not file.damage]
    after = [newest.ingested_at + timedelta(seconds=1)] if newest else []
    return max([now.replace(microsecond=0), *existing, *after])


def finalize_file(partial: Path, stem: Path) -> Path:
    """Make the file durable, then visible under a name that carries its digest."""
    final = stem.with_name(f"{stem.name}-{short_checksum(partial)}.parquet")
    replace_durably(partial, final)
    return final
