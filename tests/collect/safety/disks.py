"""Disks that are full: a small one of its own where this process may mount it, else a limit on each file."""

import os
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 1_000_000  # [bytes]
PAGE = 4096  # a small disk gives room by the page [bytes]


class Disk(ABC):
    """`folder` is on it; `file_limit` is what the next run may write into one file [bytes]."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file_limit: int | None = None

    @abstractmethod
    def steps(self, answers: list[int], snapshots: list[int]) -> tuple[list[int], list[int]]:
        """The disk space that stops a run that writes files of these sizes, among the answers or the snapshots."""

    @abstractmethod
    def leave(self, room: int) -> None:
        """Leave so much room [bytes]."""

    @abstractmethod
    def make_room(self) -> None:
        """Let it be large again."""


class SmallDisk(Disk):
    """A tmpfs, filled with ballast."""

    def steps(self, answers: list[int], snapshots: list[int]) -> tuple[list[int], list[int]]:
        lock, asked, stored = PAGE, _pages(answers), _pages(snapshots)
        early = [0, lock + asked // 2, lock + asked - PAGE]
        return early, [lock + asked, lock + asked + stored // 2, lock + asked + stored - PAGE]

    def leave(self, room: int) -> None:
        free = os.statvfs(self.folder)
        self._ballast.write_bytes(bytes(free.f_bavail * free.f_frsize - room))

    def make_room(self) -> None:
        self._ballast.unlink()

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"


class LimitedFiles(Disk):
    """The kernel refuses what goes beyond a file's limit, as a full disk does."""

    def steps(self, answers: list[int], snapshots: list[int]) -> tuple[list[int], list[int]]:
        bit = 100  # answers and snapshots hold moments, which pack a little better or worse
        return [1000, max(answers) - bit], [max(answers) + bit, max(snapshots) - bit]

    def leave(self, room: int) -> None:
        self.file_limit = room

    def make_room(self) -> None:
        self.file_limit = None


def _pages(sizes: list[int]) -> int:
    return sum(-(-size // PAGE) * PAGE for size in sizes)


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A tmpfs at `folder` where this process may mount one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield LimitedFiles(folder)
        return
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
