"""A run on a disk that fills up: it says so, shows nothing by halves, and goes on once there is room."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.collect.safety import places
from tests.collect.safety.disks import Disk, LimitedFiles, small_disk
from tests.collect.safety.nursery import Nursery
from tests.collect.safety.places import QUESTIONS
from tests.store import StoreServer


@contextmanager
def limited(folder: Path) -> Iterator[Disk]:
    folder.mkdir()
    yield LimitedFiles(folder)


@pytest.fixture(params=[small_disk, limited])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    with request.param(tmp_path / "disk") as made:
        yield made


def run(nursery: Nursery, data: Path, disk: Disk | None = None) -> int:
    nursery.start(data, disk.file_limit if disk else None)
    return nursery.end()


def sizes(paths: list[Path]) -> list[int]:
    return [path.stat().st_size for path in paths]


def filled(nursery: Nursery, disk: Disk, room: int, expected: dict[str, places.Rows]) -> tuple[int, int]:
    """How many answers and snapshots a run left that had so much room; after it one has all it needs."""
    data = places.fresh(disk.folder / f"data-{room}")
    disk.leave(room)
    assert run(nursery, data, disk) == 2
    assert "Stopped before all was taken." in nursery.said
    assert any(cause in nursery.said for cause in ("No space left on device", "File too large")), nursery.said
    places.check(data)
    assert places.strays(data) == []
    left = len(places.pending(data)), len(places.snapshots(data))
    disk.make_room()
    assert run(nursery, data) == 0
    places.check_whole(data, expected)
    return left


def test_a_full_disk_stops_a_run_and_loses_nothing(
    disk: Disk, store: StoreServer, nursery: Nursery, tmp_path: Path
) -> None:
    whole = places.fresh(tmp_path / "whole")
    assert run(nursery, whole) == 0
    expected = places.content(whole)
    among_answers, among_snapshots = disk.steps(sizes(places.kept(whole)), sizes(places.snapshots(whole)))
    early = [filled(nursery, disk, room, expected) for room in among_answers]
    late = [filled(nursery, disk, room, expected) for room in among_snapshots]
    assert all(answers < QUESTIONS and not snapshots for answers, snapshots in early), early
    assert all(answers == QUESTIONS for answers, _ in late), late
    assert isinstance(disk, LimitedFiles) or any(snapshots for _, snapshots in late), late
