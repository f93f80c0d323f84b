"""Keep the sum of each snapshot of charts (dashboard/standings.py): only of those that have none yet."""

from datetime import datetime
from pathlib import Path

import duckdb
from rich.console import Console

from dashboard import standings
from dashboard.catalog import Catalog, CatalogError, load
from dashboard.catalog_tables import catalog_tables
from dashboard.collect.snapshots import publish
from dashboard.collect.stored import lay
from dashboard.snapshot_files import SnapshotFile, inspect


def keep(data: Path, catalog: Catalog) -> list[Path]:
    """Write the sums that are missing, remove those of snapshots that are gone; returns what was written.

    Raises OSError, duckdb.Error; a damaged snapshot is passed over.
    """
    folder = data / standings.FOLDER
    folder.mkdir(exist_ok=True)
    files = inspect(data / "snapshots")
    held = standings.held(data, files, catalog)
    believed = {one.path for one in held.values()}
    for path in folder.iterdir():
        if path not in believed:
            path.unlink()
    new = (file for file in files if file.path not in held and not file.damage)
    return [_write(folder, file, catalog) for file in new if file.dataset == standings.DATASET]


def follow(data: Path, console: Console) -> None:
    """Bring the sums up to date after a command; that they could not be written changes no answer."""
    try:
        keep(data, load(data / "catalog.toml"))
    except (CatalogError, OSError, duckdb.Error) as error:
        console.print(f"{standings.FOLDER}: left as they are ({error})")


def _write(folder: Path, file: SnapshotFile, catalog: Catalog) -> Path:
    name = standings.stem(file, standings.made_how(catalog))
    partial = folder / f".{name}.tmp"
    try:
        with duckdb.connect() as con:
            con.from_df(catalog_tables(catalog, datetime.max)["catalog_ids"]).create("catalog_ids")
            lay(con, standings.DATASET, [file.path])
            standings.write(con, partial)
        return publish(partial, folder / name)
    finally:
        partial.unlink(missing_ok=True)
