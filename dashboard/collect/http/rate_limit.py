"""Limit of the request rate per server. Waits are measured on a clock that never jumps."""

import time
from collections import Counter, defaultdict

SILENT = 5  # consecutive requests without any response, after which a host is skipped


class RateLimiter:
    """At most one call every `seconds` [s] to each host."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._free_at: defaultdict[str, float] = defaultdict(float)
        self._silences: Counter[str] = Counter()

    def wait(self, host: str) -> None:
        """Sleep until `host` may be asked, and count this call."""
        time.sleep(max(0.0, self._free_at[host] - time.monotonic()))
        self._free_at[host] = time.monotonic() + self._seconds

    def delay(self, host: str, seconds: float) -> None:
        """Block requests to `host` for `seconds` [s], as its Retry-After demands."""
        self._free_at[host] = max(self._free_at[host], time.monotonic() + seconds)

    def record_reply(self, host: str, *, silent: bool) -> None:
        """Count consecutive requests to `host` without any response."""
        self._silences[host] = self._silences[host] + 1 if silent else 0

    def is_unreachable(self, host: str) -> bool:
        return self._silences[host] >= SILENT
