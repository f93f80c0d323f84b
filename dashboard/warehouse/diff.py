"""What differs between two answers to one question: its numbers between two moments, or any of its cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.domain.types import Row
from dashboard.warehouse.sql import SqlFile

NUMBERS = {"INTEGER", "BIGINT", "DOUBLE"}
Key = tuple[str, ...]
MISSING = "no such row"


@dataclass(frozen=True)
class Change:
    """One number that is not what it was; None where it was not, or is no more.

    `title` is the question's, `where` the key of the row.
    """

    title: str
    where: Key
    column: str
    then: float | None
    now: float | None


def changed_numbers(question: SqlFile, then: pd.DataFrame, now: pd.DataFrame) -> list[Change]:
    """The numbers that differ, rows being the same where the question's key is the same."""
    columns = [
        name for name, field in question.columns.items() if field.type in NUMBERS and name not in question.key
    ]
    before, after = _numbers(question, then, columns), _numbers(question, now, columns)
    return [
        Change(question.title, where, column, before.get((where, column)), after.get((where, column)))
        for where, column in dict.fromkeys([*before, *after])
        if before.get((where, column)) != after.get((where, column))
    ]


def _numbers(question: SqlFile, answer: pd.DataFrame, columns: list[str]) -> dict[tuple[Key, str], float]:
    """Every number of an answer by its row's key and its column; what is missing is not there."""
    rows: list[Row] = answer.to_dict("records")
    return {
        (tuple(str(row[name]) for name in question.key), column): row[column]
        for row in rows
        for column in columns
        if pd.notna(row[column])
    }


@dataclass(frozen=True)
class Difference:
    """One cell, or a whole row where `column` is empty, that is not what the file says."""

    question: str
    row: Key
    column: str
    expected: Any
    actual: Any

    def __str__(self) -> str:
        where = " · ".join(filter(None, [self.question, ", ".join(self.row), self.column]))
        return f"{where}: the file says {self.expected!r}, the data says {self.actual!r}"


def compare_rows(name: str, key: Key, held: pd.DataFrame, found: pd.DataFrame) -> Iterator[Difference]:
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
