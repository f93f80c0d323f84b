"""What each committed snapshot keeps to: its name, its origin, its shape, its order, its sources."""

from __future__ import annotations  # types of DuckDB named in a module outlive the interpreter

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from dashboard.collect.checks.schemas import CLAIMS, COLLECTED, OBSERVATIONS, Claim
from dashboard.collect.checks.validation import read_csv, validation_context
from dashboard.collect.imports.claims import read_claims
from dashboard.collect.storage.writer import write_snapshot
from dashboard.domain.catalog import load_catalog
from dashboard.warehouse.files import short_checksum
from dashboard.warehouse.snapshots import NAME, SnapshotFile, list_snapshots
from dashboard.warehouse.sql import QUERIES
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import KEYS
from tests.helpers.datasets import COMMITTED, DATA
from tests.helpers.tables import Rows, view_rows

FILES = list_snapshots(COMMITTED / "snapshots")
SOURCED = [name for name, model in CLAIMS.items() if issubclass(model, Claim)]
ORIGINS = ("claims/", "observations/", "collected/", "imports/")
LEADING = ("store", "country", "category")


@pytest.fixture(params=FILES, ids=lambda file: file.path.stem)
def file(request: pytest.FixtureRequest) -> SnapshotFile:
    found: SnapshotFile = request.param
    return found


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        yield con


def shape(relation: duckdb.DuckDBPyRelation) -> list[tuple[str, str]]:
    return [(name, str(kind)) for name, kind in zip(relation.columns, relation.types, strict=True)]


def groups(con: duckdb.DuckDBPyConnection, path: Path, columns: str) -> Rows:
    metadata = con.table_function("parquet_metadata", [str(path)])
    return metadata.project(columns).distinct().order("all").fetchall()


def spans(con: duckdb.DuckDBPyConnection, path: Path, column: str) -> list[tuple[str, str]]:
    """Least and greatest value of `column` in each row group, in the order of the groups."""
    columns = "row_group_id, path_in_schema, stats_min_value, stats_max_value"
    return [(low, high) for _, name, low, high in groups(con, path, columns) if name == column]


def test_there_is_a_snapshot_of_every_dataset() -> None:
    found = {file.dataset for file in FILES}
    assert {*CLAIMS, *OBSERVATIONS} <= found <= {*CLAIMS, *OBSERVATIONS, *COLLECTED}


def test_every_snapshot_is_readable_and_undamaged(file: SnapshotFile, con: duckdb.DuckDBPyConnection) -> None:
    assert file.damage is None
    assert con.read_parquet(str(file.path)).shape[0] > 0


def test_the_name_carries_the_files_digest(file: SnapshotFile) -> None:
    name = NAME.fullmatch(file.path.name)
    assert name is not None
    assert name["digest"] == short_checksum(file.path)


def test_a_snapshot_says_where_its_rows_came_from(file: SnapshotFile) -> None:
    assert all(word.startswith(ORIGINS) for word in file.metadata("origin").split("; "))
    assert file.metadata("written_by") == "palmares"


def test_a_snapshot_is_compressed(file: SnapshotFile, con: duckdb.DuckDBPyConnection) -> None:
    assert groups(con, file.path, "compression") == [("ZSTD",)]


def test_columns_and_types_are_those_of_the_dataset(
    file: SnapshotFile, con: duckdb.DuckDBPyConnection
) -> None:
    con.execute((QUERIES / "schema" / f"{file.dataset}.sql").read_text("utf-8"))
    found, today = shape(con.read_parquet(str(file.path))), shape(con.table(f"raw_{file.dataset}"))
    fields = (CLAIMS | OBSERVATIONS | COLLECTED)[file.dataset].model_fields
    later = {name for name, field in fields.items() if not field.is_required()} - {name for name, _ in found}
    assert found == [column for column in today if column[0] not in later]


def test_every_row_carries_a_moment_that_its_file_names(
    file: SnapshotFile, con: duckdb.DuckDBPyConnection
) -> None:
    moments = con.read_parquet(str(file.path)).project("ingested_at").distinct().fetchall()
    assert sorted(moments) == [(moment,) for moment in file.ingest_times]


def test_rows_stand_in_the_order_of_their_columns(file: SnapshotFile, con: duckdb.DuckDBPyConnection) -> None:
    rows = con.read_parquet(str(file.path))
    assert rows.fetchall() == rows.order("all").fetchall()


@pytest.mark.parametrize("column", LEADING)
def test_a_reader_of_one_chart_can_skip_row_groups(con: duckdb.DuckDBPyConnection, column: str) -> None:
    for chart in (file for file in list_snapshots(DATA / "snapshots") if file.dataset == "charts"):
        found = spans(con, chart.path, column)
        assert len(found) > 1
        assert max(low for low, _ in found) > min(high for _, high in found)


@pytest.mark.parametrize("dataset", SOURCED)
def test_every_claims_source_and_conflict_is_held(committed: Warehouse, dataset: str) -> None:
    known = {row[0] for row in view_rows(committed, "sources", "source_id")}
    conflicts = {row[0] for row in view_rows(committed, "conflicts", "conflict_id")} | {None}
    used = view_rows(committed, dataset, "source_id, conflict_id")
    assert {source for source, _ in used} <= known
    assert {conflict for _, conflict in used} <= conflicts


@pytest.mark.parametrize("dataset", CLAIMS)
def test_ids_are_unique_and_as_many_as_the_claims_file_has(committed: Warehouse, dataset: str) -> None:
    rows = [row[0] for row in view_rows(committed, dataset, KEYS[dataset])]
    filed = [line.cells[KEYS[dataset]] for line in read_csv(COMMITTED / "claims" / f"{dataset}.csv")]
    assert sorted(rows) == sorted(filed)
    assert len(set(rows)) == len(rows)


def test_importing_the_committed_claims_again_writes_nothing(tmp_path: Path) -> None:
    now = datetime(2100, 1, 1)
    folder = shutil.copytree(COMMITTED / "snapshots", tmp_path / "snapshots")
    before = sorted(folder.iterdir())
    ingests = read_claims(
        COMMITTED / "claims", validation_context(load_catalog(COMMITTED / "catalog.toml"), now)
    )
    assert [write_snapshot(folder, ingest, now) for ingest in ingests] == [None] * len(CLAIMS)
    assert sorted(folder.iterdir()) == before
