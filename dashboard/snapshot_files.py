"""Which snapshots a data folder holds, and whether each is what its name says.

A snapshot is named `<dataset>-<YYYYMMDDTHHMMSSZ>-<first 12 hex digits of its SHA-256>.parquet`, so
a changed byte shows, and it names the snapshot before it, so a lost file shows. A compacted snapshot
names those whose rows it holds: they count as held, and are not read where they still stand.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import duckdb

from dashboard.disk import digest, stamp

NAME = re.compile(r"(?P<dataset>[a-z_]+)-(?P<time>\d{8}T\d{6}Z)-(?P<digest>[0-9a-f]{12})\.parquet")
TIME = "%Y%m%dT%H%M%SZ"
RESTORE = "restore it with `git checkout -- data/snapshots/{name}` or from a copy of data/snapshots"


class SnapshotError(RuntimeError):
    """A snapshot cannot be used: `path` is the file, `reason` the cause, `remedy` the next step."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{path.name}: {reason}; {remedy}")
        self.path, self.reason, self.remedy = path, reason, remedy
        self.short = f"{path.name}: {reason}"  # for whoever cannot mend it

    def anew(self) -> "SnapshotError":
        """The same to raise once more: an error that is raised again and again keeps all who ever met it."""
        return SnapshotError(self.path, self.reason, self.remedy)


@dataclass(frozen=True)
class SnapshotFile:
    """One file of data/snapshots; `damage` says what is wrong with it, if anything."""

    path: Path
    dataset: str
    ingested_at: datetime
    facts: tuple[tuple[str, str], ...] = ()
    damage: SnapshotError | None = None
    stamp: tuple[int, int] = (0, 0)  # when it was last written [ns], and its size [bytes]

    def fact(self, key: str) -> str:
        """A word of the file's own metadata, such as `origin`; empty where it has none."""
        return dict(self.facts).get(key, "")

    @property
    def replaces(self) -> frozenset[str]:
        """Names of the snapshots whose rows a compacted one holds; of changed bytes nothing is believed."""
        return frozenset(self.fact("replaces").split())

    @property
    def moments(self) -> tuple[datetime, ...]:
        """Every moment at which rows of this file were taken in (UTC), oldest first."""
        told = [datetime.strptime(word, TIME) for word in self.fact("moments").split()]
        return tuple(told) or (self.ingested_at,)


def inspect(folder: Path) -> list[SnapshotFile]:
    """Every snapshot in `folder` in order of time, each one read and checked against its name.

    A snapshot that a sound compacted one replaces is left out.
    """
    files = _every(folder)
    replaced = {name for file in files for name in file.replaces}
    held = replaced | {file.path.name for file in files}
    current = [file for file in files if file.path.name not in replaced]
    return sorted((_check_chain(file, held) for file in current), key=lambda file: file.ingested_at)


def superseded(folder: Path) -> list[Path]:
    """Snapshots that still stand though a sound compacted one replaces them."""
    files = _every(folder)
    replaced = {name for file in files for name in file.replaces}
    return [file.path for file in files if file.path.name in replaced]


def _every(folder: Path) -> list[SnapshotFile]:
    """What stands in `folder`; looked at again where that changed meanwhile, as in a compaction."""
    while True:
        before = _listed(folder)
        with suppress(FileNotFoundError):
            files = [_inspect_one(path, *stamp(path)) for path in before]
            if _listed(folder) == before:
                return files


def _listed(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.parquet")) if folder.is_dir() else []


@lru_cache(maxsize=4096)
def _inspect_one(path: Path, changed_ns: int, size: int) -> SnapshotFile:
    file = replace(_named(path), stamp=(changed_ns, size))
    if file.damage:
        return file
    if not path.stem.endswith(digest(path)):
        return replace(
            file, damage=SnapshotError(path, "its bytes have changed", RESTORE.format(name=path.name))
        )
    try:
        return replace(file, facts=_read_facts(path))
    except duckdb.Error as error:
        reason = f"is no readable Parquet ({str(error).replace(str(path), path.name)})"
        return replace(file, damage=SnapshotError(path, reason, RESTORE.format(name=path.name)))


def _named(path: Path) -> SnapshotFile:
    """What a file's name says of it."""
    try:
        name = NAME.fullmatch(path.name)
        if name:
            return SnapshotFile(path, name["dataset"], datetime.strptime(name["time"], TIME))
    except ValueError:
        pass  # digits that are no time
    dataset = path.name.partition("-")[0].removesuffix(".parquet")
    error = SnapshotError(path, "is not named as a snapshot", "move it out of data/snapshots")
    return SnapshotFile(path, dataset, datetime.min, damage=error)


def _read_facts(path: Path) -> tuple[tuple[str, str], ...]:
    with duckdb.connect() as con:
        rows = con.table_function("parquet_kv_metadata", [str(path)]).fetchall()
    return tuple((bytes(key).decode(), bytes(value).decode()) for _, key, value in rows)


def _check_chain(file: SnapshotFile, held: set[str]) -> SnapshotFile:
    gone = [name for name in file.fact("previous").split() if name not in held]
    if file.damage or not gone:
        return file
    lost = file.path.with_name(gone[0])
    return replace(file, damage=SnapshotError(lost, "is missing", RESTORE.format(name=lost.name)))
