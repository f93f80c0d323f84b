"""Write the rollup of each charts snapshot (dashboard/warehouse/rollups.py) that has none yet."""

from datetime import datetime
from pathlib import Path

import duckdb
from rich.console import Console

from dashboard.collect.storage.writer import create_stored_view, finalize_file
from dashboard.domain.catalog import Catalog, CatalogError, load_catalog
from dashboard.warehouse import rollups
from dashboard.warehouse.snapshots import SnapshotError, SnapshotFile, list_snapshots
from dashboard.warehouse.warehouse import catalog_tables

NOT_ITS_SUM = "is not what its snapshot sums to"
REMOVE = "remove it: it is made again from the snapshot"


def write_missing_rollups(data: Path, catalog: Catalog) -> list[Path]:
    """Write the sums that are missing, remove those of snapshots that are gone; returns what was written.

    Raises OSError, duckdb.Error; a damaged snapshot is passed over.
    """
    folder = data / rollups.FOLDER
    folder.mkdir(exist_ok=True)
    files = list_snapshots(data / "snapshots")
    held = rollups.find_rollups(data, files, catalog)
    believed = {one.path for one in held.values()}
    for path in folder.iterdir():
        if path not in believed and not path.is_dir():
            path.unlink()
    new = (file for file in files if file.path not in held and not file.damage)
    return [_write(folder, file, catalog) for file in new if file.dataset == rollups.DATASET]


def update_rollups(data: Path, console: Console) -> None:
    """Bring the sums up to date after a command; that they could not be written changes no answer."""
    try:
        write_missing_rollups(data, load_catalog(data / "catalog.toml"))
    except (CatalogError, OSError, duckdb.Error) as error:
        console.print(f"{rollups.FOLDER}: left as they are ({error})")


def compare_rollups(data: Path, catalog: Catalog) -> tuple[int, list[SnapshotError]]:
    """Return the number of valid rollups, and an error for each that differs from the sums of its snapshot."""
    files = list_snapshots(data / "snapshots")
    rollup_files = rollups.find_rollups(data, files, catalog)
    sound = [(file, rollup_files[file.path].path) for file in files if file.path in rollup_files]
    wrong = [
        SnapshotError(path, NOT_ITS_SUM, REMOVE) for file, path in sound if not _equal(path, file, catalog)
    ]
    return len(sound), wrong


def _equal(path: Path, file: SnapshotFile, catalog: Catalog) -> bool:
    """True where a rollup file has the rows that are computed from its snapshot now."""
    with duckdb.connect() as con:
        _create_inputs(con, file, catalog)
        computed, stored = rollups.compute_rollup(con), con.read_parquet(str(path))
        differing = (computed.except_(stored), stored.except_(computed))
        return len(computed) == len(stored) and not any(one.limit(1).fetchall() for one in differing)


def _create_inputs(con: duckdb.DuckDBPyConnection, file: SnapshotFile, catalog: Catalog) -> None:
    con.from_df(catalog_tables(catalog, datetime.max)["catalog_ids"]).create("catalog_ids")
    create_stored_view(con, rollups.DATASET, [file.path])


def _write(folder: Path, file: SnapshotFile, catalog: Catalog) -> Path:
    name = rollups.rollup_stem(file, rollups.rollup_version(catalog))
    partial = folder / f".{name}.tmp"
    try:
        with duckdb.connect() as con:
            _create_inputs(con, file, catalog)
            rollups.write_rollup(con, partial)
        return finalize_file(partial, folder / name)
    finally:
        partial.unlink(missing_ok=True)
