"""The snapshots of a data folder, each validated.

A snapshot is named `<dataset>-<YYYYMMDDTHHMMSSZ>-<first 12 hex digits of its SHA-256>.parquet`, so that a changed byte
is detected; its metadata name the snapshot before it, so that a lost file is detected. A compacted snapshot names those
whose rows it has: they count as present, and are not read where they still exist. Any other file of the folder is
reported and otherwise ignored.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

from dashboard.warehouse.files import printable, short_checksum
from dashboard.warehouse.snapshot_metadata import DATASETS, TIME, UnusableFileError, read_metadata

NAME = re.compile(r"(?P<dataset>[a-z_]+)-(?P<time>\d{8}T\d{6}Z)-(?P<digest>[0-9a-f]{12})\.parquet")
RESTORE = "restore it with `git checkout -- data/snapshots/{name}` or from a copy of data/snapshots"
REMOVE = "move it out of data/snapshots"
NO_DATASET = ""  # of a file that is ignored


class SnapshotError(RuntimeError):
    """A snapshot cannot be used: `path` is the file, `reason` the cause, `remedy` the next step."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{printable(path.name)}: {reason}; {remedy}")
        self.path, self.reason, self.remedy = path, reason, remedy
        self.short = f"{printable(path.name)}: {reason}"  # for readers, who cannot repair it

    def copy(self) -> "SnapshotError":
        """A fresh copy. Re-raising a stored exception would grow its traceback with every raise."""
        return SnapshotError(self.path, self.reason, self.remedy)


@dataclass(frozen=True)
class SnapshotFile:
    """A file of data/snapshots; `damage` is the error that makes it unusable, if any."""

    path: Path
    dataset: str
    ingested_at: datetime
    all_metadata: tuple[tuple[str, str], ...] = ()
    damage: SnapshotError | None = None
    stamp: tuple[int, int] = (0, 0)  # modification time [ns] and size [bytes]

    def metadata(self, key: str) -> str:
        """A value of the file's metadata, such as `origin`; empty where there is none."""
        return dict(self.all_metadata).get(key, "")

    @property
    def replaces(self) -> frozenset[str]:
        """Names of the snapshots of its dataset whose rows it has; none of a damaged file."""
        return frozenset(
            name for name in self.metadata("replaces").split() if name.startswith(f"{self.dataset}-")
        )

    @property
    def ingest_times(self) -> tuple[datetime, ...]:
        """The ingest times of the rows (UTC), oldest first."""
        times = [datetime.strptime(text, TIME) for text in self.metadata("moments").split()]
        return tuple(times) or (self.ingested_at,)


def mark_damaged(file: SnapshotFile, reason: str, remedy: str) -> SnapshotFile:
    """The file with an error as its damage."""
    return replace(file, damage=SnapshotError(file.path, reason, remedy))


def parse_name(path: Path) -> SnapshotFile:
    """The dataset and ingest time in a file's name; a file that is not named as a snapshot is marked as damaged."""
    name, reason = NAME.fullmatch(path.name), "is not named as a snapshot"
    if name and name["dataset"] not in DATASETS:
        name, reason = None, "belongs to no dataset"
    with suppress(ValueError):  # digits that are no time
        if name:
            return SnapshotFile(path, name["dataset"], datetime.strptime(name["time"], TIME))
    return mark_damaged(SnapshotFile(path, NO_DATASET, datetime.min), reason, REMOVE)


MAX_SCANS = 20  # of a folder that changes meanwhile


def list_snapshots(folder: Path) -> list[SnapshotFile]:
    """Every snapshot in `folder` by ingest time, each validated.

    Snapshots that a valid compacted one replaces are left out. Ignored files have no dataset.
    """
    files = _scan(folder)
    replaced = {name for file in files for name in file.replaces}
    available = replaced | {file.path.name for file in files}
    current = [file for file in files if file.path.name not in replaced]
    ordered = sorted((_check_chain(file, available) for file in current), key=lambda file: file.ingested_at)
    return list(_mark_copies(ordered))


def replaced_by_compaction(folder: Path) -> list[Path]:
    """Snapshots that still exist though a valid compacted one replaces them."""
    files = _scan(folder)
    replaced = {name for file in files for name in file.replaces}
    return [file.path for file in files if file.path.name in replaced]


class _FileGoneError(Exception):
    """A listed file has been removed meanwhile."""


def _scan(folder: Path) -> list[SnapshotFile]:
    """Every file of `folder`; scanned again where the list changes meanwhile, as by a compaction."""
    for _ in range(MAX_SCANS):
        before = _list_paths(folder)
        with suppress(_FileGoneError):
            files = [_inspect_entry(path) for path in before]
            if _list_paths(folder) == before:
                return files
    raise SnapshotError(folder, "changes all the time", "wait until what writes there is done")


def _list_paths(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.parquet")) if folder.is_dir() else []


def _inspect_entry(path: Path) -> SnapshotFile:
    """One entry of the folder; only a regular file is opened. Raises _FileGoneError."""
    file = parse_name(path)
    if file.dataset == NO_DATASET:
        return file
    try:
        stat = path.stat()
        if S_ISREG(stat.st_mode):
            return _inspect_file(path, stat.st_mtime_ns, stat.st_size)
        return mark_damaged(file, "is no regular file", REMOVE)
    except OSError as error:
        if not os.path.lexists(path):
            raise _FileGoneError from error
        reason = "is a link to nothing" if path.is_symlink() else f"cannot be read ({error.strerror})"
        return mark_damaged(file, reason, RESTORE.format(name=path.name))


@lru_cache(maxsize=4096)
def _inspect_file(path: Path, changed_ns: int, size: int) -> SnapshotFile:
    """A regular file that is named as a snapshot; raises OSError."""
    file = replace(parse_name(path), stamp=(changed_ns, size))
    if not path.stem.endswith(short_checksum(path)):
        return mark_damaged(file, "its bytes have changed", RESTORE.format(name=path.name))
    try:
        return replace(file, all_metadata=read_metadata(path, file.dataset))
    except UnusableFileError as error:
        remedy = error.remedy or RESTORE.format(name=path.name)
        return mark_damaged(file, error.reason, remedy)


def _mark_copies(files: list[SnapshotFile]) -> Iterator[SnapshotFile]:
    """Mark all but the first of files with the same bytes."""
    originals: dict[tuple[str, str], str] = {}
    for file in files:
        name = originals.setdefault((file.dataset, file.path.stem[-12:]), file.path.name)
        if file.damage or name == file.path.name:
            yield file
        else:
            yield mark_damaged(replace(file, dataset=NO_DATASET), f"has the bytes of {name}", REMOVE)


def _check_chain(file: SnapshotFile, available: set[str]) -> SnapshotFile:
    """Mark the file where a snapshot before it is missing."""
    missing = [name for name in file.metadata("previous").split() if name not in available]
    if file.damage or not missing:
        return file
    lost = file.path.with_name(missing[0])
    return replace(file, damage=SnapshotError(lost, "is missing", RESTORE.format(name=lost.name)))
