"""What a client asked, kept for tests of its manners."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """One request: `path` with its prefix and query, `headers` by lower-case name.

    `moment` is time.monotonic() in seconds, `port` the client's: equal ports are one connection.
    """

    path: str
    headers: dict[str, str]
    moment: float
    port: int
