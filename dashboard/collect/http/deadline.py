"""One deadline for a whole call: name, connection, head and body together.

httpx bounds each single read, so a server that drips its head, or sends `103` without end, is never left. Its
trace tells of every connection that is opened; at the deadline they are shut, and whatever waits on them ends.
"""

import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import Any

from dashboard.collect.http.exchange import RejectedError

OPENED = {"connection.connect_tcp.complete", "connection.start_tls.complete"}


class Deadline:
    """The deadline of one client's calls, one call at a time."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._open: list[socket.socket] = []
        self._lock = Lock()
        self._passed = False
        self._until = 0.0

    @contextmanager
    def bound(self) -> Iterator[None]:
        """Shut every connection `seconds` after this began; raises RejectedError where that ended the call."""
        self._passed, self._until = False, time.monotonic() + self.seconds
        timer = Timer(self.seconds, self._shut)
        timer.daemon = True
        timer.start()
        try:
            yield
        except Exception as error:
            if self._passed:
                raise self._refusal() from error
            raise
        finally:
            timer.cancel()
        if self._passed:  # a body without a length ends well when its connection is shut
            raise self._refusal()

    def left(self) -> float:
        """Return the remaining time of this call [s]."""
        return max(0.0, self._until - time.monotonic())

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Trace callback of httpx: remember each connection that is opened, forget those that are closed."""
        if event in OPENED:
            with self._lock:
                opened = info["return_value"].get_extra_info("socket")
                self._open = [one for one in self._open if one.fileno() >= 0] + [opened]
            if self._passed:
                self._shut()

    def _shut(self) -> None:
        self._passed = True
        with self._lock:
            for one in self._open:
                with suppress(OSError):
                    socket.socket.shutdown(one, socket.SHUT_RDWR)  # of TLS, too, below its own farewell
            self._open = []

    def _refusal(self) -> RejectedError:
        return RejectedError("slow", f"no whole answer in {self.seconds:g} s")
