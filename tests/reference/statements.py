"""How many claims, and how many statements they rest on: copies count once."""

from collections.abc import Iterable

from tests.reference.snapshots import Row


def statement(row: Row) -> str:
    """What a claim rests on; its own where it repeats nobody."""
    return str(row.get("rests_on") or row["claim_id"])


def reports(rows: Iterable[Row]) -> dict[tuple[str, int, str], list[str]]:
    """The claims of each report: one app at one rank by one statement."""
    found: dict[tuple[str, int, str], list[str]] = {}
    for row in rows:
        found.setdefault((row["app"], row["rank"], statement(row)), []).append(row["claim_id"])
    return found


def independent(rows: Iterable[Row]) -> int:
    """The number of different statements behind some claims."""
    return len({statement(row) for row in rows})


def copies(rows: Iterable[Row]) -> dict[str, int]:
    """How many claims rest on each statement."""
    found: dict[str, int] = {}
    for row in rows:
        found[statement(row)] = found.get(statement(row), 0) + 1
    return found
