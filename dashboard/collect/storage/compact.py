"""Merge the snapshots that one month brought a dataset into one; no answer changes at any moment.

Rows keep the moment of their ingest. The new file says which files it replaces, so that a run that
is killed leaves every row to be read once, whichever of the files stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from dashboard.collect.console import ALL_WELL, NOTHING, console
from dashboard.collect.storage.writer import create_stored_view, finalize_file
from dashboard.domain.clock import utc_now
from dashboard.warehouse.snapshot_metadata import DATASETS, TIME
from dashboard.warehouse.snapshots import SnapshotError, SnapshotFile, list_snapshots, replaced_by_compaction
from dashboard.warehouse.sql import read_sql

UNSOUND = "nothing was replaced; free some disk and run it again"


@dataclass(frozen=True)
class Merged:
    """`files` snapshots of one dataset became `path` with all their `rows`."""

    dataset: str
    path: Path
    files: int
    rows: int


def compact(folder: Path, now: datetime, running: bool = False) -> Iterator[Merged | SnapshotError]:
    """Merge every month wholly past at `now` (UTC), with `running` the current one too.

    Yields each merged month, and for a dataset that was left alone what is damaged in it.
    """
    _remove_leftovers(folder)
    current = list_snapshots(folder)
    for dataset in sorted(DATASETS):
        files = [file for file in current if file.dataset == dataset]
        damage = next((file.damage for file in files if file.damage), None)
        if damage:
            yield damage
            continue
        for month, grouped in groupby(files, lambda file: file.ingested_at.strftime("%Y-%m")):
            chosen = list(grouped)
            if len(chosen) > 1 and (running or month < now.strftime("%Y-%m")):
                yield _merge(folder, dataset, chosen)


def _remove_leftovers(folder: Path) -> None:
    """Remove what a killed run left: half a file, and files whose rows stand in a compacted one."""
    for path in [*folder.glob(".compact-*.tmp"), *replaced_by_compaction(folder)]:
        path.unlink(missing_ok=True)


def _merge(folder: Path, dataset: str, files: list[SnapshotFile]) -> Merged | SnapshotError:
    """Write and make durable the one file, and only then remove the many."""
    partial = folder / f".compact-{dataset}.tmp"
    try:
        rows = _write(dataset, files, partial)
        path = finalize_file(partial, folder / f"{dataset}-{files[-1].ingested_at.strftime(TIME)}")
    except (OSError, ValueError, duckdb.Error) as error:
        return SnapshotError(partial, f"could not be written ({error})", UNSOUND)
    finally:
        partial.unlink(missing_ok=True)
    for file in files:
        file.path.unlink()
    return Merged(dataset, path, len(files), rows)


def _write(dataset: str, files: list[SnapshotFile], partial: Path) -> int:
    """Write the rows of `files` to `partial`, read them back and compare; returns their number."""
    with duckdb.connect() as con:
        create_stored_view(con, dataset, [file.path for file in files])
        fingerprint = _fingerprint(con)
        con.execute(
            read_sql("ingest/compact"), {"path": str(partial), "rows": str(fingerprint[0]), **_facts(files)}
        )
    with duckdb.connect() as con:
        create_stored_view(con, dataset, [partial])
        if _fingerprint(con) != fingerprint:
            raise ValueError("it does not hold the rows it was made of")
    return int(fingerprint[0])


def _fingerprint(con: duckdb.DuckDBPyConnection) -> tuple[Any, ...]:
    return con.sql(read_sql("ingest/fingerprint")).fetchall()[0]


def _facts(files: list[SnapshotFile]) -> dict[str, str]:
    """The metadata of the compacted file, lists separated by spaces."""
    replaced = {file.path.name for file in files}.union(*(file.replaces for file in files))
    before = {name for file in files for name in file.metadata("previous").split()} - replaced
    moments = sorted({moment for file in files for moment in file.ingest_times})
    return {
        "origin": "; ".join(
            dict.fromkeys(word for file in files for word in file.metadata("origin").split("; "))
        ),
        "previous": " ".join(sorted(before)),
        "replaces": " ".join(sorted(replaced)),
        "moments": " ".join(moment.strftime(TIME) for moment in moments),
    }


def print_compacted(running: bool, data: Path) -> int:
    """Compact and say so; returns 0, or 2 where a dataset was left alone for damage."""
    out, err = console(), console(error=True)
    results = []
    for one in compact(data / "snapshots", utc_now(), running):
        results.append(one)
        if isinstance(one, SnapshotError):
            err.print(f"Left alone: {one}")
        else:
            out.print(f"{one.dataset}: {one.files} files with {one.rows:,} rows are now {one.path.name}")
    if not results:
        out.print("Nothing to compact.")
    return NOTHING if any(isinstance(one, SnapshotError) for one in results) else ALL_WELL
