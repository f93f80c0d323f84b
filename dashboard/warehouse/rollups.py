"""Rollups: one row per reading and tracked app, so that questions about apps need not scan every rank.

Beside each snapshot of charts the collector stores its rollup in data/standings. The file has the name of the snapshot,
the version tag of the rollup, and its own checksum. A file that is missing, of another version or damaged is ignored,
and its snapshot is aggregated again; results are the same with and without it.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import duckdb

from dashboard.domain.catalog import Catalog
from dashboard.warehouse.files import modified_and_size, short_checksum
from dashboard.warehouse.parquet import select_columns
from dashboard.warehouse.snapshot_metadata import column_types, dataset_columns
from dashboard.warehouse.snapshots import SnapshotFile
from dashboard.warehouse.sql import read_sql

FOLDER, DATASET = "standings", "charts"


def rollup_version(catalog: Catalog) -> str:
    """Version tag of a rollup file: 8 hex digits of SHA-256 over the tracked app ids and the rollup SQL.

    A file with another tag is ignored and rebuilt.
    """
    ids = sorted((app.id, repr(store_id)) for app in catalog.apps for store_id in app.stores)
    return hashlib.sha256(f"{ids}{read_sql('rollups/chart_readings')}".encode()).hexdigest()[:8]


def rollup_stem(file: SnapshotFile, version: str) -> str:
    """The start of the name of a snapshot's rollup file."""
    return f"{file.path.stem}-{version}"


def find_rollups(data: Path, files: Iterable[SnapshotFile], catalog: Catalog) -> dict[Path, SnapshotFile]:
    """The valid rollup files, by the path of their snapshot."""
    version = rollup_version(catalog)
    paths = {path.stem.rpartition("-")[0]: path for path in (data / FOLDER).glob(f"*-{version}-*.parquet")}
    charts = (file for file in files if file.dataset == DATASET and not file.damage)
    pairs = ((file, paths.get(rollup_stem(file, version))) for file in charts)
    rollups = {
        file: SnapshotFile(path, FOLDER, file.ingested_at, stamp=modified_and_size(path))
        for file, path in pairs
        if path and path.is_file()
    }
    return {file.path: rollup for file, rollup in rollups.items() if _is_valid(rollup.path, *rollup.stamp)}


@lru_cache(maxsize=4096)
def _is_valid(path: Path, _changed_ns: int, _size: int) -> bool:
    """True where a file matches the checksum in its name and has the columns of a rollup."""
    if not path.stem.endswith(short_checksum(path)):
        return False
    try:
        with duckdb.connect() as con:
            columns = column_types(con.read_parquet(str(path)))
    except (duckdb.Error, ValueError):
        return False
    return columns == _columns()


@lru_cache(maxsize=1)
def _columns() -> dict[str, str]:
    """The columns of a rollup with their types."""
    with duckdb.connect() as con:
        con.execute(read_sql(f"schema/{DATASET}"))
        con.table(f"raw_{DATASET}").create_view("unsummed")
        con.execute(read_sql("rollups/ids"))
        return column_types(con.sql(read_sql("rollups/chart_readings")))


def create_rollup_view(
    con: duckdb.DuckDBPyConnection, files: Iterable[SnapshotFile], rollups: dict[Path, SnapshotFile]
) -> None:
    """Create the view raw_chart_readings: rows of the rollup files, plus rows computed now for snapshots without one.

    Needs raw_charts and catalog_ids.
    """
    charts = [file.path for file in files if file.dataset == DATASET]
    missing = [str(path) for path in charts if path not in rollups]
    if missing:
        unsummed = select_columns(con.read_parquet(missing, union_by_name=True), dataset_columns(DATASET))
    else:
        unsummed = con.table_function("query_table", [f"raw_{DATASET}"]).limit(0)
    unsummed.create_view("unsummed")
    con.sql(read_sql("rollups/chart_readings")).create("summed")
    summed = con.table("summed")
    paths = [str(rollups[path].path) for path in charts if path in rollups]
    (con.read_parquet(paths).union(summed) if paths else summed).create_view("raw_chart_readings")


def write_rollup(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write the rollup of the view `stored_rows` to a file; needs catalog_ids."""
    compute_rollup(con).create_view("summed")
    con.execute(read_sql("rollups/write"), {"path": str(path)})


def compute_rollup(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
    """The rollup of the view `stored_rows`; needs catalog_ids."""
    con.view("stored_rows").create_view("unsummed")
    return con.sql(read_sql("rollups/chart_readings"))
