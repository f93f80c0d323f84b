"""An ingest becomes one whole file or none, and says something new or nothing."""

import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from dashboard.collect.checks.validation import InvalidRowsError
from dashboard.warehouse.files import short_checksum
from dashboard.warehouse.snapshots import SnapshotError, list_snapshots
from tests.helpers.claimed import milestone, source
from tests.helpers.datasets import CHATGPT, GEMINI, DatasetRow, open_warehouse, rating, reading, store_rows
from tests.helpers.tables import Rows, view_rows

FIRST = datetime(2026, 10, 1, 12, 0, 0, 999_999)
AT = "2025-10-01T10:00:00"
ONE, OTHER = reading(AT, {1: CHATGPT}), reading(AT, {1: GEMINI})


def write(data: Path, *groups: list[DatasetRow], day: int = 0) -> Path:
    """The one new snapshot that the rows make."""
    [path] = store_rows(data, *groups, now=FIRST + timedelta(days=day))
    assert path is not None
    return path


def chart(data: Path) -> Rows:
    return view_rows(open_warehouse(data), "chart_rows", "observed_at, rank, app_id")


def names(data: Path) -> list[str]:
    return sorted(path.name for path in (data / "snapshots").iterdir())


def test_a_snapshot_is_one_file_named_by_dataset_second_and_digest(tmp_path: Path) -> None:
    path = write(tmp_path, ONE)
    assert path.name == f"charts-20261001T120000Z-{short_checksum(path)}.parquet"
    assert names(tmp_path) == [path.name]


def test_rows_carry_the_second_of_their_ingest(tmp_path: Path) -> None:
    write(tmp_path, ONE)
    assert view_rows(open_warehouse(tmp_path), "chart_rows", "ingested_at") == [
        (FIRST.replace(microsecond=0),)
    ]


def test_rows_are_stored_in_the_order_of_their_columns(tmp_path: Path) -> None:
    path = write(tmp_path, reading(AT, {2: CHATGPT, 1: GEMINI}, country="us"), ONE)
    with duckdb.connect() as con:
        stored = con.read_parquet(str(path)).project("country, rank").fetchall()
    assert stored == [("fr", 1), ("us", 1), ("us", 2)]


def test_a_snapshot_says_its_origin_and_the_one_before(tmp_path: Path) -> None:
    first = write(tmp_path, milestone("number", 1))
    second = write(tmp_path, milestone("number", 2), day=1)
    facts = [
        (file.metadata("origin"), file.metadata("previous"))
        for file in list_snapshots(tmp_path / "snapshots")
    ]
    assert facts == [("synthetic/milestones.csv", ""), ("synthetic/milestones.csv", first.name)]
    assert names(tmp_path) == sorted([first.name, second.name])


@pytest.mark.parametrize("rows", [ONE, milestone("number", 1), rating(AT, CHATGPT, 1)])
def test_saying_the_same_again_writes_nothing(tmp_path: Path, rows: list[DatasetRow]) -> None:
    path = write(tmp_path, rows)
    assert store_rows(tmp_path, rows, now=FIRST + timedelta(days=1)) == [None]
    assert names(tmp_path) == [path.name]


def test_of_several_readings_only_the_new_one_is_written(tmp_path: Path) -> None:
    write(tmp_path, ONE)
    later = reading("2025-10-02T10:00:00", {1: GEMINI})
    path = write(tmp_path, ONE, later, day=1)
    whole = [(datetime(2025, 10, 1, 10), 1, CHATGPT), (datetime(2025, 10, 2, 10), 1, GEMINI)]
    assert chart(tmp_path) == whole
    path.unlink()
    assert chart(tmp_path) == whole[:1]


def test_a_reading_put_back_after_a_correction_is_news(tmp_path: Path) -> None:
    write(tmp_path, ONE)
    write(tmp_path, OTHER, day=1)
    store_rows(tmp_path, ONE, now=FIRST + timedelta(days=2))
    assert chart(tmp_path) == [(datetime(2025, 10, 1, 10), 1, CHATGPT)]


def test_a_claim_put_back_after_a_correction_is_news(tmp_path: Path) -> None:
    for day, value in enumerate((1, 2, 1)):
        write(tmp_path, milestone("number", value), day=day)
    assert view_rows(open_warehouse(tmp_path), "milestones", "value") == [(1,)]


def test_a_moment_known_more_exactly_than_before_is_news(tmp_path: Path) -> None:
    write(tmp_path, reading(AT, {1: CHATGPT}, time_precision="day"))
    store_rows(tmp_path, reading(AT, {1: CHATGPT}, time_precision="second"), now=FIRST + timedelta(days=1))
    assert view_rows(open_warehouse(tmp_path), "chart_readings", "time_precision") == [("second",)]


def test_two_ingests_in_one_second_are_not_both_the_newest(tmp_path: Path) -> None:
    write(tmp_path, milestone("number", 1))
    with suppress(SnapshotError, ValueError):  # to refuse the second is as good as to let it win
        store_rows(tmp_path, milestone("number", 2), now=FIRST)
    assert len(view_rows(open_warehouse(tmp_path), "milestones", "value")) == 1


def test_a_removed_claim_is_news(tmp_path: Path) -> None:
    write(tmp_path, milestone("kept", 1), milestone("removed", 2))
    write(tmp_path, milestone("kept", 1), day=1)
    assert view_rows(open_warehouse(tmp_path), "milestones", "claim_id") == [("synthetic-kept",)]


def test_a_write_that_fails_leaves_no_file_and_what_stood_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write(tmp_path, ONE)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        store_rows(tmp_path, OTHER, now=FIRST + timedelta(days=1))
    assert names(tmp_path) == [before.name]
    assert chart(tmp_path) == [(datetime(2025, 10, 1, 10), 1, CHATGPT)]


def test_one_bad_row_keeps_all_rows_of_its_file_out(tmp_path: Path) -> None:
    before = write(tmp_path, milestone("number", 1))
    with pytest.raises(InvalidRowsError, match="line 3, column value"):
        store_rows(tmp_path, milestone("good", 2), milestone("bad", -1))
    assert names(tmp_path) == [before.name]
    assert view_rows(open_warehouse(tmp_path), "milestones", "claim_id") == [("synthetic-number",)]


def test_over_a_damaged_snapshot_nothing_is_written(tmp_path: Path) -> None:
    path = write(tmp_path, ONE)
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(SnapshotError, match="its bytes have changed"):
        store_rows(tmp_path, OTHER, now=FIRST + timedelta(days=1))
    assert names(tmp_path) == [path.name]


def test_damage_in_one_dataset_does_not_stop_another(tmp_path: Path) -> None:
    path = write(tmp_path, ONE)
    path.write_bytes(b"")
    assert write(tmp_path, source(), day=1).exists()
