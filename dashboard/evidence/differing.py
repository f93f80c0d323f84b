"""Which cells of two answers to one question differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.row_types import Row

Key = tuple[str, ...]
MISSING = "no such row"


@dataclass(frozen=True)
class Difference:
    """One cell, or a whole row where `column` is empty, that is not what the file says."""

    question: str
    row: Key
    column: str
    held: Any
    found: Any

    def __str__(self) -> str:
        where = " · ".join(filter(None, [self.question, ", ".join(self.row), self.column]))
        return f"{where}: the file says {self.held!r}, the data says {self.found!r}"


def differing(name: str, key: Key, held: pd.DataFrame, found: pd.DataFrame) -> Iterator[Difference]:
    """Rows are the same where the key is the same; without a key, where their number is."""
    if list(held.columns) != list(found.columns):
        yield Difference(name, (), "columns", list(held.columns), list(found.columns))
        return
    before, after = _by_key(key, held), _by_key(key, found)
    for row in dict.fromkeys([*before, *after]):
        if row not in before or row not in after:
            told = ("a row" if row in before else MISSING, "a row" if row in after else MISSING)
            yield Difference(name, row, "", *told)
            continue
        for column, value in before[row].items():
            if value != after[row][column]:
                yield Difference(name, row, str(column), value, after[row][column])


def _by_key(key: Key, rows: pd.DataFrame) -> dict[Key, Row]:
    """Each row by its key; one that stands again is another row, so that none hides behind its double."""
    told: list[Row] = rows.astype(object).where(rows.notna(), None).to_dict("records")
    found: dict[Key, Row] = {}
    for number, row in enumerate(told, 1):
        name = tuple(str(row[one]) for one in key) or (f"row {number}",)
        found[name if name not in found else (*name, f"again in row {number}")] = row
    return found
