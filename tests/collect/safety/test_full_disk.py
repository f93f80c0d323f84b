"""A run on a disk that fills up: it says so, shows nothing by halves, and goes on once there is room."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.collect.safety import data_folders
from tests.collect.safety.data_folders import QUESTIONS
from tests.collect.safety.disks import Disk, LimitedFiles, small_disk
from tests.collect.safety.fork_server import ForkServer
from tests.store import StoreServer


@contextmanager
def limited(folder: Path) -> Iterator[Disk]:
    folder.mkdir()
    yield LimitedFiles(folder)


@pytest.fixture(params=[small_disk, limited])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    with request.param(tmp_path / "disk") as made:
        yield made


def run(fork_server: ForkServer, data: Path, disk: Disk | None = None) -> int:
    fork_server.start(data, disk.file_limit if disk else None)
    return fork_server.end()


def sizes(paths: list[Path]) -> list[int]:
    return [path.stat().st_size for path in paths]


def filled(
    fork_server: ForkServer, disk: Disk, room: int, expected: dict[str, data_folders.Rows]
) -> tuple[int, int]:
    """The numbers of answers and snapshots that a run with so much space left; the next run has all it needs."""
    data = data_folders.fresh(disk.folder / f"data-{room}")
    disk.leave(room)
    assert run(fork_server, data, disk) == 2
    assert "Stopped before all was taken." in fork_server.said
    assert any(cause in fork_server.said for cause in ("No space left on device", "File too large")), (
        fork_server.said
    )
    data_folders.check(data)
    assert data_folders.strays(data) == []
    left = len(data_folders.pending(data)), len(data_folders.snapshots(data))
    disk.make_room()
    assert run(fork_server, data) == 0
    data_folders.check_whole(data, expected)
    return left


def test_a_full_disk_stops_a_run_and_loses_nothing(
    disk: Disk, store: StoreServer, fork_server: ForkServer, tmp_path: Path
) -> None:
    whole = data_folders.fresh(tmp_path / "whole")
    assert run(fork_server, whole) == 0
    expected = data_folders.content(whole)
    among_answers, among_snapshots = disk.steps(
        sizes(data_folders.kept(whole)), sizes(data_folders.snapshots(whole))
    )
    early = [filled(fork_server, disk, room, expected) for room in among_answers]
    late = [filled(fork_server, disk, room, expected) for room in among_snapshots]
    assert all(answers < QUESTIONS and not snapshots for answers, snapshots in early), early
    assert all(answers == QUESTIONS for answers, _ in late), late
    assert isinstance(disk, LimitedFiles) or any(snapshots for _, snapshots in late), late
