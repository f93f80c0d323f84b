"""How many claims, and how many statements they rest on: copies count once."""

from collections.abc import Iterable

from tests.reference.snapshots import Row


def statement(row: Row) -> str:
    """What a claim rests on; its own where it repeats nobody."""
    return str(row.get("rests_on") or row["claim_id"])


def independent(rows: Iterable[Row]) -> int:
    """The number of different statements behind some claims."""
    return len({statement(row) for row in rows})


def copies(rows: Iterable[Row]) -> dict[str, int]:
    """How many claims rest on each statement."""
    found: dict[str, int] = {}
    for row in rows:
        found[statement(row)] = found.get(statement(row), 0) + 1
    return found
