"""A request of a client, recorded for tests of its behaviour."""

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
