"""Compacting changes files and no answer, whenever it is stopped and whatever is damaged."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.collect.__main__ import main
from dashboard.collect.storage.compact import Merged, compact
from dashboard.warehouse import sql
from dashboard.warehouse.snapshots import SnapshotError, list_snapshots
from dashboard.warehouse.sql import QUERIES
from tests.helpers.claimed import source
from tests.helpers.datasets import CHATGPT, DATA, GEMINI, LE_CHAT, NOW, ROOT, SORA, open_warehouse, store_rows
from tests.helpers.history import INGEST, answers, places, same, take
from tests.helpers.soak import SOAK, at_length
from tests.helpers.tables import view_rows

pytestmark = pytest.mark.slow

LATER = datetime(2027, 3, 1)


@pytest.mark.soak
@settings(max_examples=at_length(10))
@given(ingests=st.lists(INGEST, min_size=3, max_size=7))
def test_no_answer_changes_at_any_moment(ingests: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        data = Path(folder)
        moments = take(data, ingests)
        asked: list[datetime | None] = [None, moments[1], moments[-1] - timedelta(seconds=1)]
        asked += moments if SOAK else []
        before = answers(data, asked)
        done = list(compact(data / "snapshots", LATER))
        assert not [error for error in done if isinstance(error, SnapshotError)]
        same(before, answers(data, asked))
        assert not [error for error in done if isinstance(error, Merged) and error.files < 2]


def test_the_frozen_data_compacted_answers_the_same(tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    moments = sorted({file.ingested_at for file in list_snapshots(data / "snapshots")})
    before = answers(data, [None, *moments])
    done = list(compact(data / "snapshots", LATER))
    assert "milestones" in {one.dataset for one in done if isinstance(one, Merged)}
    same(before, answers(data, [None, *moments]))


@pytest.fixture
def two_months(tmp_path: Path) -> Path:
    """Four ingests of charts in November 2026 with a correction, one in December, one of claims."""
    store_rows(tmp_path, source(), now=NOW)
    for day, order in enumerate([[CHATGPT], [LE_CHAT], [GEMINI], [SORA]]):
        store_rows(tmp_path, places(1 + day // 2, order), now=NOW + timedelta(days=day))
    store_rows(tmp_path, places(9, [GEMINI]), now=NOW + timedelta(days=30))
    return tmp_path


def charts(data: Path) -> list[Path]:
    return sorted((data / "snapshots").glob("charts-*.parquet"))


def ranks(data: Path, as_of: datetime | None = None) -> list[tuple[Any, ...]]:
    return view_rows(open_warehouse(data, as_of), "raw_charts", "app_id, ingested_at")


def merge(data: Path, now: datetime = LATER, running: bool = False) -> list[Merged | SnapshotError]:
    return list(compact(data / "snapshots", now, running))


def test_a_past_months_files_become_one_and_the_running_month_is_left(two_months: Path) -> None:
    store_rows(two_months, places(10, [GEMINI]), now=NOW + timedelta(days=31))
    first, *_, december, newest = charts(two_months)
    before = ranks(two_months)
    [done] = merge(two_months, now=NOW + timedelta(days=32))
    assert isinstance(done, Merged)
    assert (done.dataset, done.files, done.rows) == ("charts", 4, 4)
    assert charts(two_months) == [done.path, december, newest]
    assert first.name in done.path.read_bytes().decode("latin-1")
    assert ranks(two_months) == before
    assert len(merge(two_months, now=NOW + timedelta(days=32), running=True)) == 1
    assert len(charts(two_months)) == 2
    assert ranks(two_months) == before


def test_compacting_again_changes_nothing(two_months: Path) -> None:
    merge(two_months)
    before = charts(two_months)
    assert merge(two_months) == []
    assert charts(two_months) == before


def test_a_month_that_grew_after_it_was_compacted_is_compacted_again(two_months: Path) -> None:
    [done] = merge(two_months)
    store_rows(two_months, places(10, [GEMINI]), now=datetime(2026, 12, 30))
    store_rows(two_months, places(11, [GEMINI]), now=datetime(2026, 12, 31))
    [again] = merge(two_months)
    store_rows(two_months, places(12, [GEMINI]), now=datetime(2026, 12, 31, 12))
    [third] = merge(two_months)
    assert isinstance(done, Merged)
    assert isinstance(third, Merged)
    assert charts(two_months) == [done.path, third.path]
    assert len(ranks(two_months)) == 8
    assert open_warehouse(two_months).damage == []
    assert again != third


def test_what_came_before_and_after_still_hangs_together_and_a_loss_shows(two_months: Path) -> None:
    [done] = merge(two_months)
    assert isinstance(done, Merged)
    assert open_warehouse(two_months).damage == []
    done.path.unlink()
    [error] = open_warehouse(two_months).damage
    assert error.reason == "is missing"


def test_a_lost_file_between_two_compacted_months_shows(two_months: Path) -> None:
    for day, order in ((61, [GEMINI]), (62, [SORA])):
        store_rows(two_months, places(10, order), now=NOW + timedelta(days=day))
    assert len(merge(two_months)) == 2
    _, december, _ = charts(two_months)
    december.unlink()
    assert [error.path for error in open_warehouse(two_months).damage] == [december]


@pytest.mark.parametrize("running", [False, True])
def test_the_moments_of_the_ingests_are_still_known(two_months: Path, running: bool) -> None:
    def known() -> list[tuple[datetime | None, ...]]:
        houses = [open_warehouse(two_months, at) for at in (None, NOW + timedelta(days=2, seconds=-1))]
        return [(house.first_ingest, house.newest_ingest) for house in houses]

    before = known()
    merge(two_months, running=running)
    assert known() == before


def test_an_ingest_after_compacting_still_tells_news_from_what_is_known(two_months: Path) -> None:
    merge(two_months)
    assert store_rows(two_months, places(2, [SORA]), now=LATER) == [None]
    [path] = store_rows(two_months, places(2, [GEMINI]), now=LATER)
    assert path is not None
    assert view_rows(open_warehouse(two_months), "chart_rows", "app_id", "day = '2025-10-02'") == [(GEMINI,)]


def stop_before(data: Path, monkeypatch: pytest.MonkeyPatch, unlinked: int) -> None:
    """Compact, stopped as a kill would once `unlinked` of the replaced files are gone."""
    unlink = Path.unlink
    gone: list[Path] = []

    def killed(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".parquet":
            if len(gone) == unlinked:
                raise KeyboardInterrupt
            gone.append(path)
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            merge(data)


@pytest.mark.parametrize("unlinked", [0, 1, 3])
def test_stopped_between_publishing_and_removing_every_row_is_read_once(
    two_months: Path, monkeypatch: pytest.MonkeyPatch, unlinked: int
) -> None:
    before = ranks(two_months)
    stop_before(two_months, monkeypatch, unlinked)
    assert len(charts(two_months)) == 6 - unlinked
    assert open_warehouse(two_months).damage == []
    assert ranks(two_months) == before
    assert merge(two_months) == []
    assert len(charts(two_months)) == 2
    assert ranks(two_months) == before


KILLED = """
import os, pathlib, signal, sys
from dashboard.collect.storage import compact
turns = iter(range(int(sys.argv[1])))
def before(event, _):
    if event in {"os.rename", "os.remove"} and next(turns, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(before)
compact.print_compacted(True, pathlib.Path(sys.argv[2]))
"""


@pytest.mark.parametrize("turns", range(6))
def test_killed_before_any_change_of_a_name_nothing_is_lost_and_nothing_is_read_twice(
    two_months: Path, turns: int
) -> None:
    before = ranks(two_months)
    command = [sys.executable, "-c", KILLED, str(turns), str(two_months)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert open_warehouse(two_months).damage == []
    assert ranks(two_months) == before
    merge(two_months, running=True)
    assert not list((two_months / "snapshots").glob(".*"))
    assert ranks(two_months) == before


def test_a_damaged_compacted_file_hides_no_original_that_still_stands(
    two_months: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ranks(two_months)
    originals = charts(two_months)
    stop_before(two_months, monkeypatch, 0)
    [made] = set(charts(two_months)) - set(originals)
    content = bytearray(made.read_bytes())
    content[10] ^= 1  # a place, while what the file says of itself can still be read
    made.write_bytes(content)
    assert [
        file.path for file in list_snapshots(two_months / "snapshots") if file.dataset == "charts"
    ] == sorted(charts(two_months), key=lambda path: path.name.split("-")[1])
    assert [error.path for error in open_warehouse(two_months).damage] == [made]
    made.unlink()
    assert ranks(two_months) == before


def test_a_dataset_with_a_damaged_file_is_left_alone_and_the_others_are_not(two_months: Path) -> None:
    store_rows(two_months, source("synthetic-other"), now=LATER)
    store_rows(two_months, source("synthetic-third"), now=LATER)
    spoilt = charts(two_months)[1]
    spoilt.write_bytes(spoilt.read_bytes() + b"\0")
    error, done = merge(two_months, running=True)
    assert isinstance(error, SnapshotError)
    assert error.path == spoilt
    assert isinstance(done, Merged)
    assert done.dataset == "sources"
    assert len(charts(two_months)) == 5


def full(handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_all_as_it_was(two_months: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted((two_months / "snapshots").iterdir())
    monkeypatch.setattr(os, "fsync", full)
    [error] = merge(two_months)
    assert isinstance(error, SnapshotError)
    assert "No space left on device" in error.reason
    assert sorted((two_months / "snapshots").iterdir()) == before


def test_a_file_that_does_not_hold_the_rows_it_was_made_of_replaces_nothing(
    two_months: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted((two_months / "snapshots").iterdir())
    shorter = (QUERIES / "ingest" / "compact.sql").read_text("utf-8")
    copy = Path(shutil.copytree(QUERIES, two_months / "queries"))
    (copy / "ingest" / "compact.sql").write_text(shorter.replace("order by all", "order by all limit 1"))
    monkeypatch.setattr(sql, "QUERIES", copy)
    [error] = merge(two_months)
    assert isinstance(error, SnapshotError)
    assert "does not hold the rows" in error.reason
    assert sorted((two_months / "snapshots").iterdir()) == before


def test_the_command_says_what_it_did(
    two_months: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(two_months))
    shutil.copy(DATA / "catalog.toml", two_months)
    assert main(["compact", "--all"]) == 0
    assert "charts: 4 files with 4 rows are now charts-20261104T120000Z-" in capsys.readouterr().out
    assert main(["compact", "--all"]) == 0
    assert capsys.readouterr().out == "Nothing to compact.\n"
    charts(two_months)[0].write_bytes(b"")
    assert main(["compact", "--all"]) == 2
    assert "Left alone: charts-" in capsys.readouterr().err
