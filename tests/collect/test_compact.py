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
from hypothesis import given as supposing
from hypothesis import settings
from hypothesis import strategies as st

from dashboard.collect import compact as compacting
from dashboard.collect.__main__ import main
from dashboard.collect.compact import Merged, compact
from dashboard.snapshot_files import SnapshotError, inspect
from dashboard.warehouse import QUERIES
from tests.helpers.claimed import source
from tests.helpers.given import CHATGPT, DATA, GEMINI, LE_CHAT, NOW, ROOT, SORA, lay, opened
from tests.helpers.history import INGEST, answers, places, same, take
from tests.helpers.tables import held

LATER = datetime(2027, 3, 1)


@settings(max_examples=3, deadline=None)
@supposing(ingests=st.lists(INGEST, min_size=3, max_size=7))
def test_no_answer_changes_at_any_moment(ingests: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        data = Path(folder)
        moments = take(data, ingests)
        asked: list[datetime | None] = [None, moments[0], moments[1], moments[-1] - timedelta(seconds=1)]
        before = answers(data, asked)
        done = list(compact(data / "snapshots", LATER))
        assert not [error for error in done if isinstance(error, SnapshotError)]
        same(before, answers(data, asked))
        assert not [error for error in done if isinstance(error, Merged) and error.files < 2]


def test_the_frozen_data_compacted_answers_the_same(tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    moments = sorted({file.ingested_at for file in inspect(data / "snapshots")})
    before = answers(data, [None, *moments])
    done = list(compact(data / "snapshots", LATER))
    assert "milestones" in {one.dataset for one in done if isinstance(one, Merged)}
    same(before, answers(data, [None, *moments]))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Four ingests of charts in November 2026 with a correction, one in December, one of claims."""
    lay(tmp_path, source(), now=NOW)
    for day, order in enumerate([[CHATGPT], [LE_CHAT], [GEMINI], [SORA]]):
        lay(tmp_path, places(1 + day // 2, order), now=NOW + timedelta(days=day))
    lay(tmp_path, places(9, [GEMINI]), now=NOW + timedelta(days=30))
    return tmp_path


def charts(data: Path) -> list[Path]:
    return sorted((data / "snapshots").glob("charts-*.parquet"))


def ranks(data: Path, as_of: datetime | None = None) -> list[tuple[Any, ...]]:
    return held(opened(data, as_of), "raw_charts", "app_id, ingested_at")


def merge(data: Path, now: datetime = LATER, running: bool = False) -> list[Merged | SnapshotError]:
    return list(compact(data / "snapshots", now, running))


def test_a_past_months_files_become_one_and_the_running_month_is_left(data: Path) -> None:
    lay(data, places(10, [GEMINI]), now=NOW + timedelta(days=31))
    first, *_, december, newest = charts(data)
    before = ranks(data)
    [done] = merge(data, now=NOW + timedelta(days=32))
    assert isinstance(done, Merged)
    assert (done.dataset, done.files, done.rows) == ("charts", 4, 4)
    assert charts(data) == [done.path, december, newest]
    assert first.name in done.path.read_bytes().decode("latin-1")
    assert ranks(data) == before
    assert len(merge(data, now=NOW + timedelta(days=32), running=True)) == 1
    assert len(charts(data)) == 2
    assert ranks(data) == before


def test_compacting_again_changes_nothing(data: Path) -> None:
    merge(data)
    before = charts(data)
    assert merge(data) == []
    assert charts(data) == before


def test_a_month_that_grew_after_it_was_compacted_is_compacted_again(data: Path) -> None:
    [done] = merge(data)
    lay(data, places(10, [GEMINI]), now=datetime(2026, 12, 30))
    lay(data, places(11, [GEMINI]), now=datetime(2026, 12, 31))
    [again] = merge(data)
    lay(data, places(12, [GEMINI]), now=datetime(2026, 12, 31, 12))
    [third] = merge(data)
    assert isinstance(done, Merged)
    assert isinstance(third, Merged)
    assert charts(data) == [done.path, third.path]
    assert len(ranks(data)) == 8
    assert opened(data).damage == []
    assert again != third


def test_what_came_before_and_after_still_hangs_together_and_a_loss_shows(data: Path) -> None:
    [done] = merge(data)
    assert isinstance(done, Merged)
    assert opened(data).damage == []
    done.path.unlink()
    [error] = opened(data).damage
    assert error.reason == "is missing"


def test_a_lost_file_between_two_compacted_months_shows(data: Path) -> None:
    for day, order in ((61, [GEMINI]), (62, [SORA])):
        lay(data, places(10, order), now=NOW + timedelta(days=day))
    assert len(merge(data)) == 2
    _, december, _ = charts(data)
    december.unlink()
    assert [error.path for error in opened(data).damage] == [december]


@pytest.mark.parametrize("running", [False, True])
def test_the_moments_of_the_ingests_are_still_known(data: Path, running: bool) -> None:
    def known() -> list[tuple[datetime | None, ...]]:
        houses = [opened(data, at) for at in (None, NOW + timedelta(days=2, seconds=-1))]
        return [(house.first_ingest, house.newest_ingest) for house in houses]

    before = known()
    merge(data, running=running)
    assert known() == before


def test_an_ingest_after_compacting_still_tells_news_from_what_is_known(data: Path) -> None:
    merge(data)
    assert lay(data, places(2, [SORA]), now=LATER) == [None]
    [path] = lay(data, places(2, [GEMINI]), now=LATER)
    assert path is not None
    assert held(opened(data), "places", "app_id", "day = '2025-10-02'") == [(GEMINI,)]


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
    data: Path, monkeypatch: pytest.MonkeyPatch, unlinked: int
) -> None:
    before = ranks(data)
    stop_before(data, monkeypatch, unlinked)
    assert len(charts(data)) == 6 - unlinked
    assert opened(data).damage == []
    assert ranks(data) == before
    assert merge(data) == []
    assert len(charts(data)) == 2
    assert ranks(data) == before


KILLED = """
import os, pathlib, signal, sys
from dashboard.collect import compact
turns = iter(range(int(sys.argv[1])))
def before(event, _):
    if event in {"os.rename", "os.remove"} and next(turns, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(before)
compact.print_compacted(True, pathlib.Path(sys.argv[2]))
"""


@pytest.mark.parametrize("turns", range(6))
def test_killed_before_any_change_of_a_name_nothing_is_lost_and_nothing_is_read_twice(
    data: Path, turns: int
) -> None:
    before = ranks(data)
    command = [sys.executable, "-c", KILLED, str(turns), str(data)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert opened(data).damage == []
    assert ranks(data) == before
    merge(data, running=True)
    assert not list((data / "snapshots").glob(".*"))
    assert ranks(data) == before


def test_a_damaged_compacted_file_hides_no_original_that_still_stands(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ranks(data)
    originals = charts(data)
    stop_before(data, monkeypatch, 0)
    [made] = set(charts(data)) - set(originals)
    content = bytearray(made.read_bytes())
    content[10] ^= 1  # a place, while what the file says of itself can still be read
    made.write_bytes(content)
    assert [file.path for file in inspect(data / "snapshots") if file.dataset == "charts"] == sorted(
        charts(data), key=lambda path: path.name.split("-")[1]
    )
    assert [error.path for error in opened(data).damage] == [made]
    made.unlink()
    assert ranks(data) == before


def test_a_dataset_with_a_damaged_file_is_left_alone_and_the_others_are_not(data: Path) -> None:
    lay(data, source("synthetic-other"), now=LATER)
    lay(data, source("synthetic-third"), now=LATER)
    spoilt = charts(data)[1]
    spoilt.write_bytes(spoilt.read_bytes() + b"\0")
    error, done = merge(data, running=True)
    assert isinstance(error, SnapshotError)
    assert error.path == spoilt
    assert isinstance(done, Merged)
    assert done.dataset == "sources"
    assert len(charts(data)) == 5


def full(handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_all_as_it_was(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted((data / "snapshots").iterdir())
    monkeypatch.setattr(os, "fsync", full)
    [error] = merge(data)
    assert isinstance(error, SnapshotError)
    assert "No space left on device" in error.reason
    assert sorted((data / "snapshots").iterdir()) == before


def test_a_file_that_does_not_hold_the_rows_it_was_made_of_replaces_nothing(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted((data / "snapshots").iterdir())
    shorter = (QUERIES / "ingest" / "compact.sql").read_text("utf-8")
    copy = Path(shutil.copytree(QUERIES, data / "queries"))
    (copy / "ingest" / "compact.sql").write_text(shorter.replace("order by all", "order by all limit 1"))
    monkeypatch.setattr(compacting, "QUERIES", copy)
    [error] = merge(data)
    assert isinstance(error, SnapshotError)
    assert "does not hold the rows" in error.reason
    assert sorted((data / "snapshots").iterdir()) == before


def test_the_command_says_what_it_did(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PALMARES_DATA", str(data))
    shutil.copy(DATA / "catalog.toml", data)
    assert main(["compact", "--all"]) == 0
    assert "charts: 4 files with 4 rows are now charts-20261104T120000Z-" in capsys.readouterr().out
    assert main(["compact", "--all"]) == 0
    assert capsys.readouterr().out == "Nothing to compact.\n"
    charts(data)[0].write_bytes(b"")
    assert main(["compact", "--all"]) == 2
    assert "Left alone: charts-" in capsys.readouterr().err
