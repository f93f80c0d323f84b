"""The database is shut: it reads its snapshots, reaches nothing else, and stops what takes too long."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from dashboard.domain.catalog import Catalog
from dashboard.warehouse import database
from dashboard.warehouse.database import QueryLimitError
from dashboard.warehouse.snapshots import SnapshotError, list_snapshots
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.asking import ASKS, some
from tests.helpers.datasets import CHATGPT, create_warehouse, open_warehouse, reading

LONG = "select count(*) as n from range(100000000) as a, range(100000000) as b"
FAT = "select list(i) as n from range(200000000) as t(i)"
OPENING = (
    "select * from read_text('{other}')",
    "select * from glob('/etc/*')",
    "select * from read_parquet('https://example.org/x.parquet')",
    "copy (select 1) to '{folder}/written.csv'",
    "copy (select 1) to '{snapshot}' (format parquet)",
    "attach '{folder}/other.duckdb'",
    "install httpfs",
    "load httpfs",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set memory_limit = '64GB'",
    "set allowed_directories = ['/']",
)


@pytest.fixture
def shut(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with database.open_database(list_snapshots(data / "snapshots")) as con:
        yield con


@pytest.mark.parametrize("statement", OPENING)
def test_the_database_refuses_whatever_would_open_it(
    shut: duckdb.DuckDBPyConnection, data: Path, statement: str
) -> None:
    other = data / "catalog.toml"
    snapshot = next((data / "snapshots").iterdir())
    before = snapshot.read_bytes()
    asked = statement.format(other=other, folder=data.parent, snapshot=snapshot)
    with pytest.raises(duckdb.Error, match=r"disabled (by|through) configuration|has been locked"):
        shut.sql(asked).fetchall()
    assert snapshot.read_bytes() == before
    assert sorted(path.name for path in data.parent.iterdir()) == ["data"]


def test_the_shut_database_still_reads_its_snapshots_to_the_end(
    shut: duckdb.DuckDBPyConnection, data: Path
) -> None:
    paths = [str(path) for path in (data / "snapshots").glob("charts-*.parquet")]
    read = shut.read_parquet(paths).aggregate("count(*), count(distinct app_id)").fetchall()
    assert read[0][0] > 80_000


def test_a_relative_data_folder_is_read_as_well(
    data: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data.parent)
    house = Warehouse(Path("data"), catalog)
    assert len(house.query("charts_available", {})) > 0


def test_memory_threads_and_room_on_the_disk_are_limited(
    data: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALMARES_MEMORY", "256MB")
    monkeypatch.setenv("PALMARES_THREADS", "1")
    with database.open_database([]) as con:
        told = dict(con.table_function("duckdb_settings").project("name, value").fetchall())
    assert (told["memory_limit"], told["threads"]) == ("244.1 MiB", "1")
    assert told["max_temp_directory_size"] == "953.6 MiB"
    assert str(os.getpid()) in told["temp_directory"]


def test_a_question_that_takes_too_long_is_stopped_in_time(
    shut: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALMARES_QUESTION_SECONDS", "0.5")
    begun = time.monotonic()
    with pytest.raises(QueryLimitError, match=r"stopped after 0\.5 s"):
        database.run_query(shut, LONG, {})
    assert time.monotonic() - begun < 5
    assert database.run_query(shut, "select 1 as n", {})["n"].tolist() == [1]


def test_a_question_that_wants_too_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALMARES_MEMORY", "100MB")
    with database.open_database([]) as con, pytest.raises(QueryLimitError, match="limit of memory"):
        database.run_query(con, FAT, {})


def test_every_question_is_answered_within_a_small_memory(
    data: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALMARES_MEMORY", "128MB")
    house = Warehouse(data, catalog)
    for name, ask in ASKS.items():
        ask(house, **some(name))


def test_a_snapshot_that_goes_after_it_was_bound_closes_the_question(data: Path, catalog: Catalog) -> None:
    house = Warehouse(data, catalog)
    gone = next((data / "snapshots").glob("charts-*.parquet"))
    gone.unlink()
    with pytest.raises(SnapshotError, match="has gone or changed while it was read") as shut:
        house.query("charts_available", {})
    assert shut.value.path == gone


def test_a_snapshot_replaced_by_another_sound_file_answers_no_wrong_number(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, reading("2025-10-01T10:00:00", {1: CHATGPT}))
    [bound] = (tmp_path / "snapshots").iterdir()
    other = tmp_path / "other"
    create_warehouse(other, reading("2025-10-01T10:00:00", {1: CHATGPT, 2: "2"}))
    [replaced] = (other / "snapshots").iterdir()
    replaced.replace(bound)
    with pytest.raises(SnapshotError, match="has gone or changed"):
        house.query("charts_available", {})


def test_a_snapshot_spoilt_after_it_was_bound_closes_the_question(data: Path, catalog: Catalog) -> None:
    house = Warehouse(data, catalog)
    spoilt = next((data / "snapshots").glob("charts-*.parquet"))
    spoilt.write_bytes(spoilt.read_bytes()[:5000])
    with pytest.raises(SnapshotError, match="has gone or changed"):
        house.query("charts_available", {})


def test_a_new_snapshot_beside_the_bound_ones_disturbs_no_question(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, reading("2025-10-01T10:00:00", {1: CHATGPT}))
    create_warehouse(tmp_path, reading("2025-10-02T10:00:00", {1: CHATGPT}))
    assert len(house.query("charts_available", {})) == 1
    assert open_warehouse(tmp_path).query("charts_available", {})["readings"].sum() == 2
