"""One writer at a time in a data folder; the lock goes with its process, however that ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(RuntimeError):
    """Another run writes into the data folder."""


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Hold the data folder's lock; raises Busy at once where another process has it."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / ".collect.lock").open("a+") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            stream.seek(0)
            holder = stream.read().strip() or "another process"
            raise Busy(f"{data}: process {holder} is writing there; wait until it is done") from error
        stream.truncate(0)
        stream.write(str(os.getpid()))
        stream.flush()
        yield
