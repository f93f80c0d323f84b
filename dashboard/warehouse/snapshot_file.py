"""One file of data/snapshots: what its name says, what it says of itself, and what is wrong with it."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from dashboard.warehouse.files import printable
from dashboard.warehouse.snapshot_metadata import DATASETS, TIME

NAME = re.compile(r"(?P<dataset>[a-z_]+)-(?P<time>\d{8}T\d{6}Z)-(?P<digest>[0-9a-f]{12})\.parquet")
RESTORE = "restore it with `git checkout -- data/snapshots/{name}` or from a copy of data/snapshots"
NOT_OURS = "move it out of data/snapshots"
NO_DATASET = ""  # of a file that is set aside


class SnapshotError(RuntimeError):
    """A snapshot cannot be used: `path` is the file, `reason` the cause, `remedy` the next step."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{printable(path.name)}: {reason}; {remedy}")
        self.path, self.reason, self.remedy = path, reason, remedy
        self.short = f"{printable(path.name)}: {reason}"  # for whoever cannot mend it

    def copy(self) -> "SnapshotError":
        """The same to raise once more: an error that is raised again and again keeps all who ever met it."""
        return SnapshotError(self.path, self.reason, self.remedy)


@dataclass(frozen=True)
class SnapshotFile:
    """One file of data/snapshots; `damage` says what is wrong with it, if anything."""

    path: Path
    dataset: str
    ingested_at: datetime
    all_metadata: tuple[tuple[str, str], ...] = ()
    damage: SnapshotError | None = None
    stamp: tuple[int, int] = (0, 0)  # when it was last written [ns], and its size [bytes]

    def metadata(self, key: str) -> str:
        """A word of the file's own metadata, such as `origin`; empty where it has none."""
        return dict(self.all_metadata).get(key, "")

    @property
    def replaces(self) -> frozenset[str]:
        """Names of the snapshots of its dataset whose rows it holds; of changed bytes nothing is believed."""
        return frozenset(
            name for name in self.metadata("replaces").split() if name.startswith(f"{self.dataset}-")
        )

    @property
    def ingest_times(self) -> tuple[datetime, ...]:
        """Every moment at which rows of this file were taken in (UTC), oldest first."""
        told = [datetime.strptime(word, TIME) for word in self.metadata("moments").split()]
        return tuple(told) or (self.ingested_at,)


def damaged(file: SnapshotFile, reason: str, remedy: str) -> SnapshotFile:
    return replace(file, damage=SnapshotError(file.path, reason, remedy))


def named(path: Path) -> SnapshotFile:
    """What a file's name says of it; one that bears no snapshot's name is set aside."""
    name, reason = NAME.fullmatch(path.name), "is not named as a snapshot"
    if name and name["dataset"] not in DATASETS:
        name, reason = None, "belongs to no dataset"
    with suppress(ValueError):  # digits that are no time
        if name:
            return SnapshotFile(path, name["dataset"], datetime.strptime(name["time"], TIME))
    return damaged(SnapshotFile(path, NO_DATASET, datetime.min), reason, NOT_OURS)
