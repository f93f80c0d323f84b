"""Where the followed apps stood, a row a reading, so that no question about them reads every place.

Beside each snapshot of charts the collector keeps its sum in data/standings. Such a file bears the snapshot's name,
a digest of the ids followed and of how it is made, and its own; one that is missing, made otherwise or changed is not
believed, and its snapshot is summed anew. An answer is the same with and without it.
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
    """Tells sums of these ids, made as they are today, from all others: the end of a name's stem."""
    ids = sorted((app.id, repr(one)) for app in catalog.apps for one in app.stores)
    return hashlib.sha256(f"{ids}{read_sql('rollups/chart_readings')}".encode()).hexdigest()[:8]


def rollup_stem(file: SnapshotFile, how: str) -> str:
    """How the name of the sum of one snapshot begins, which was made as `how` says."""
    return f"{file.path.stem}-{how}"


def find_rollups(data: Path, files: Iterable[SnapshotFile], catalog: Catalog) -> dict[Path, SnapshotFile]:
    """By snapshot of charts the sum that is kept of it, where there is one that can be believed."""
    how = rollup_version(catalog)
    sums = {path.stem.rpartition("-")[0]: path for path in (data / FOLDER).glob(f"*-{how}-*.parquet")}
    charts = (file for file in files if file.dataset == DATASET and not file.damage)
    pairs = ((file, sums.get(rollup_stem(file, how))) for file in charts)
    found = {
        file: SnapshotFile(path, FOLDER, file.ingested_at, stamp=modified_and_size(path))
        for file, path in pairs
        if path and path.is_file()
    }
    return {file.path: kept for file, kept in found.items() if _checksum_matches(kept.path, *kept.stamp)}


@lru_cache(maxsize=4096)
def _checksum_matches(path: Path, _changed_ns: int, _size: int) -> bool:
    """Whether a file bears its digest and has the columns of a sum."""
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
    """The columns of a sum, with their types."""
    with duckdb.connect() as con:
        con.execute(read_sql(f"schema/{DATASET}"))
        con.table(f"raw_{DATASET}").create_view("unsummed")
        con.execute(read_sql("rollups/ids"))
        return column_types(con.sql(read_sql("rollups/chart_readings")))


def create_rollup_view(
    con: duckdb.DuckDBPyConnection, files: Iterable[SnapshotFile], kept: dict[Path, SnapshotFile]
) -> None:
    """Lay raw_chart_readings over laid raw_charts and catalog_ids: what is kept, and the sum of what is not."""
    charts = [file.path for file in files if file.dataset == DATASET]
    left = [str(path) for path in charts if path not in kept]
    if left:
        unsummed = select_columns(con.read_parquet(left, union_by_name=True), dataset_columns(DATASET))
    else:
        unsummed = con.table_function("query_table", [f"raw_{DATASET}"]).limit(0)
    unsummed.create_view("unsummed")
    con.sql(read_sql("rollups/chart_readings")).create("summed")
    summed = con.table("summed")
    paths = [str(kept[path].path) for path in charts if path in kept]
    (con.read_parquet(paths).union(summed) if paths else summed).create_view("raw_chart_readings")


def write_rollup(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write the sum of the rows laid as `stored_rows`, over laid catalog_ids, to a file."""
    compute_rollup(con).create_view("summed")
    con.execute(read_sql("rollups/write"), {"path": str(path)})


def compute_rollup(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
    """The sum of the rows laid as `stored_rows`, over laid catalog_ids."""
    con.view("stored_rows").create_view("unsummed")
    return con.sql(read_sql("rollups/chart_readings"))
