"""Which snapshots a data folder holds, and whether each is what its name says.

A snapshot is named `<dataset>-<YYYYMMDDTHHMMSSZ>-<first 12 hex digits of its SHA-256>.parquet`, so
a changed byte shows, and it names the snapshot before it, so a lost file shows. A compacted snapshot
names those whose rows it holds: they count as held, and are not read where they still stand. Whatever
else stands in the folder is set aside: it is named, and closes nothing.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

from dashboard.warehouse.files import short_checksum
from dashboard.warehouse.snapshot_file import (
    NAME,
    NO_DATASET,
    NOT_OURS,
    RESTORE,
    SnapshotError,
    SnapshotFile,
    damaged,
    named,
)
from dashboard.warehouse.snapshot_metadata import TIME, Unusable, contents

__all__ = [
    "NAME",
    "NOT_OURS",
    "NO_DATASET",
    "RESTORE",
    "TIME",
    "SnapshotError",
    "SnapshotFile",
    "inspect",
    "superseded",
]

_TRIES = 20  # looks at a folder that changes meanwhile


def list_snapshots(folder: Path) -> list[SnapshotFile]:
    """Every snapshot in `folder` in order of time, each one read and checked against its name.

    A snapshot that a sound compacted one replaces is left out. Files that are set aside have no dataset.
    """
    files = _scan(folder)
    replaced = {name for file in files for name in file.replaces}
    held = replaced | {file.path.name for file in files}
    current = [file for file in files if file.path.name not in replaced]
    ordered = sorted((_check_chain(file, held) for file in current), key=lambda file: file.ingested_at)
    return list(_without_copies(ordered))


def replaced_by_compaction(folder: Path) -> list[Path]:
    """Snapshots that still stand though a sound compacted one replaces them."""
    files = _scan(folder)
    replaced = {name for file in files for name in file.replaces}
    return [file.path for file in files if file.path.name in replaced]


class _Gone(Exception):
    """A file that was listed stands there no more."""


def _scan(folder: Path) -> list[SnapshotFile]:
    """What stands in `folder`; looked at again where that changed meanwhile, as in a compaction."""
    for _ in range(_TRIES):
        before = _listed(folder)
        with suppress(_Gone):
            files = [_look(path) for path in before]
            if _listed(folder) == before:
                return files
    raise SnapshotError(folder, "changes all the time", "wait until what writes there is done")


def _listed(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.parquet")) if folder.is_dir() else []


def _look(path: Path) -> SnapshotFile:
    """One entry of the folder; raises _Gone. Only a regular file is opened."""
    file = named(path)
    if file.dataset == NO_DATASET:
        return file
    try:
        stat = path.stat()
        if S_ISREG(stat.st_mode):
            return _inspect_one(path, stat.st_mtime_ns, stat.st_size)
        return damaged(file, "is no regular file", NOT_OURS)
    except OSError as error:
        if not os.path.lexists(path):
            raise _Gone from error
        reason = "is a link to nothing" if path.is_symlink() else f"cannot be read ({error.strerror})"
        return damaged(file, reason, RESTORE.format(name=path.name))


@lru_cache(maxsize=4096)
def _inspect_one(path: Path, changed_ns: int, size: int) -> SnapshotFile:
    """A regular file that is named as a snapshot; raises OSError."""
    file = replace(named(path), stamp=(changed_ns, size))
    if not path.stem.endswith(short_checksum(path)):
        return damaged(file, "its bytes have changed", RESTORE.format(name=path.name))
    try:
        return replace(file, facts=contents(path, file.dataset))
    except Unusable as error:
        remedy = error.remedy or RESTORE.format(name=path.name)
        return damaged(file, error.reason, remedy)


def _without_copies(files: list[SnapshotFile]) -> Iterator[SnapshotFile]:
    """Of files with the same bytes the first counts; the others are set aside."""
    first: dict[tuple[str, str], str] = {}
    for file in files:
        name = first.setdefault((file.dataset, file.path.stem[-12:]), file.path.name)
        if file.damage or name == file.path.name:
            yield file
        else:
            yield damaged(replace(file, dataset=NO_DATASET), f"has the bytes of {name}", NOT_OURS)


def _check_chain(file: SnapshotFile, held: set[str]) -> SnapshotFile:
    gone = [name for name in file.metadata("previous").split() if name not in held]
    if file.damage or not gone:
        return file
    lost = file.path.with_name(gone[0])
    return replace(file, damage=SnapshotError(lost, "is missing", RESTORE.format(name=lost.name)))
