"""One writer at a time in a data folder; the lock goes with its process, however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

LOCK, HOLDER = ".collect.lock", ".collect.pid"  # a locked file cannot be read everywhere


class LockedError(RuntimeError):
    """Another run writes into the data folder."""


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Hold the data folder's lock; raises LockedError at once where another process has it."""
    try:
        with FileLock(data / LOCK, timeout=0):
            (data / HOLDER).write_text(str(os.getpid()))
            yield
    except Timeout as error:
        raise LockedError(
            f"{data}: process {_holder(data)} is writing there; wait until it is done"
        ) from error


def _holder(data: Path) -> str:
    try:
        return (data / HOLDER).read_text().strip()
    except OSError:
        return "of another user"
