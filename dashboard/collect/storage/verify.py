"""Check every snapshot again, byte by byte and row by row, and name what is wrong with its remedy."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import NoneType
from typing import get_args

import duckdb

from dashboard.collect.checks.schemas import CLAIMS, COLLECTED, OBSERVATIONS
from dashboard.collect.console import ALL_WELL, NOTHING, console
from dashboard.collect.storage import rollup_files
from dashboard.collect.storage.writer import create_stored_view
from dashboard.domain.catalog import load_catalog
from dashboard.warehouse import rollups
from dashboard.warehouse.snapshots import NO_DATASET, RESTORE, SnapshotError, SnapshotFile, list_snapshots
from dashboard.warehouse.sql import read_sql

REMEDY_REINGEST = "its bytes are as they were written: take the right rows in again, they then count instead"
RECORDED = {  # datasets with no rules but those of verify/recorded_claims.sql
    "conflicts": {"noun": "a conflict", "id": "conflict_id"},
    "events": {"noun": "an event", "id": "event_id"},
    "features": {"noun": "a feature", "id": "claim_id"},
    "launches": {"noun": "a launch", "id": "launch_id"},
    "sources": {"noun": "a source", "id": "source_id"},
}
MODELS = CLAIMS | OBSERVATIONS | COLLECTED


@dataclass(frozen=True)
class Checked:
    """Result of checking one snapshot: its number of rows and its faults."""

    file: SnapshotFile
    rows: int
    faults: list[SnapshotError]


def verify(folder: Path) -> Iterator[Checked]:
    """Check every current snapshot; those that a compacted one replaces are skipped."""
    for file in list_snapshots(folder):
        yield Checked(file, 0, [file.damage]) if file.damage else _check(file)


def _check(file: SnapshotFile) -> Checked:
    try:
        with duckdb.connect() as con:
            create_stored_view(con, file.dataset, [file.path])
            con.view("stored_rows").create("checked")
            rows = len(con.table("checked"))
            reasons = [
                *_schema_faults(con, file),
                *_metadata_faults(con, file, rows),
                *_rule_faults(con, file),
            ]
    except (duckdb.Error, OSError, ValueError) as error:
        reason = f"cannot be read to its end ({error})"
        return Checked(file, 0, [SnapshotError(file.path, reason, RESTORE.format(name=file.path.name))])
    return Checked(file, rows, [SnapshotError(file.path, reason, REMEDY_REINGEST) for reason in reasons])


def _schema_faults(con: duckdb.DuckDBPyConnection, file: SnapshotFile) -> Iterator[str]:
    """Yield columns that the dataset lacks, or has with another type; absent ones read as nulls."""
    expected = _shape(con.view("shape"))
    for name, kind in _shape(con.view("file_rows")).items():
        if name not in expected:
            yield f"has a column {name} that {file.dataset} do not have"
        elif kind != expected[name]:
            yield f"column {name} is {kind} and should be {expected[name]}"


def _shape(relation: duckdb.DuckDBPyRelation) -> dict[str, str]:
    return {name: str(kind) for name, kind in zip(relation.columns, relation.types, strict=True)}


def _metadata_faults(con: duckdb.DuckDBPyConnection, file: SnapshotFile, rows: int) -> Iterator[str]:
    """Yield differences between rows and the file's metadata; older files have no number of rows."""
    if file.metadata("written_by") != "palmares" or not file.metadata("origin"):
        yield "does not say where its rows came from"
    if file.metadata("rows") not in {"", str(rows)}:
        yield f"holds {rows:,} rows and says {int(file.metadata('rows')):,}"
    moments = {row[0] for row in con.table("checked").project("ingested_at").distinct().fetchall()}
    if moments != set(file.ingest_times):
        yield "has rows of another moment than it says, or none of one that it says"


def _rule_faults(con: duckdb.DuckDBPyConnection, file: SnapshotFile) -> Iterator[str]:
    """Every broken rule of the dataset's file in queries/verify, how often and where first."""
    params = RECORDED.get(file.dataset)
    name = "recorded_claims" if params else file.dataset
    con.sql(read_sql(f"verify/{name}"), params=params).create("broken")
    fields = MODELS[file.dataset].model_fields.items()
    present = con.view("file_rows").columns
    blanks = [
        name
        for name, field in fields
        if NoneType in get_args(field.annotation) or not (field.is_required() or name in present)
    ]
    for fault, times, example in con.execute(
        read_sql("verify/all_faults"), {"may_be_null": blanks}
    ).fetchall():
        yield f"{fault} ({times:,} times{', first ' + example if example else ''})"


def print_verified(data: Path) -> int:
    """Check and say so, a line a dataset; returns 0, or 2 where anything is wrong."""
    out, err, catalog = console(), console(error=True), load_catalog(data / "catalog.toml")
    every = list(verify(data / "snapshots"))
    for dataset in sorted({checked.file.dataset for checked in every} - {NO_DATASET}):
        of_it = [checked for checked in every if checked.file.dataset == dataset]
        rows, sound = sum(one.rows for one in of_it), sum(not one.faults for one in of_it)
        out.print(
            f"{dataset}: {len(of_it)} files, {rows:,} rows; {sound} sound by SHA-256, columns and rules"
        )
    if not every:
        out.print(f"There is no snapshot in {data / 'snapshots'}.")
    rolled_up, wrong = rollup_files.compare_rollups(data, catalog)
    if rolled_up:
        out.print(
            f"{rollups.FOLDER}: {rolled_up} roll-ups, {rolled_up - len(wrong)} equal to their snapshots"
        )
    faults = [*(fault for checked in every for fault in checked.faults), *wrong]
    for fault in faults:
        err.print(fault)
    return NOTHING if faults else ALL_WELL
