"""Differences between two results of one question: its numbers at two moments, or any of its cells."""

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
    """A number that has changed; None where it is missing.

    `title` is the question's, `where` the key of the row.
    """

    title: str
    where: Key
    column: str
    then: float | None
    now: float | None


def changed_numbers(question: SqlFile, then: pd.DataFrame, now: pd.DataFrame) -> list[Change]:
    """The numbers that differ in rows of the same key."""
    columns = [
        name for name, field in question.columns.items() if field.type in NUMBERS and name not in question.key
    ]
    before, after = _numbers(question, then, columns), _numbers(question, now, columns)
    return [
        Change(question.title, where, column, before.get((where, column)), after.get((where, column)))
        for where, column in dict.fromkeys([*before, *after])
        if before.get((where, column)) != after.get((where, column))
    ]


def _numbers(question: SqlFile, frame: pd.DataFrame, columns: list[str]) -> dict[tuple[Key, str], float]:
    """Every number by the key of its row and its column; missing ones are left out."""
    rows: list[Row] = frame.to_dict("records")
    return {
        (tuple(str(row[name]) for name in question.key), column): row[column]
        for row in rows
        for column in columns
        if pd.notna(row[column])
    }


@dataclass(frozen=True)
class Difference:
    """A cell, or a whole row where `column` is empty, that differs from an evidence file."""

    question: str
    row: Key
    column: str
    expected: Any
    actual: Any

    def __str__(self) -> str:
        where = " · ".join(filter(None, [self.question, ", ".join(self.row), self.column]))
        return f"{where}: the file says {self.expected!r}, the data says {self.actual!r}"


def compare_rows(name: str, key: Key, expected: pd.DataFrame, actual: pd.DataFrame) -> Iterator[Difference]:
    """The differences between rows of the same key; without a key, of the same number."""
    if list(expected.columns) != list(actual.columns):
        yield Difference(name, (), "columns", list(expected.columns), list(actual.columns))
        return
    before, after = _by_key(key, expected), _by_key(key, actual)
    for row in dict.fromkeys([*before, *after]):
        if row not in before or row not in after:
            presence = ("a row" if row in rows else MISSING for rows in (before, after))
            yield Difference(name, row, "", *presence)
            continue
        for column, value in before[row].items():
            if value != after[row][column]:
                yield Difference(name, row, str(column), value, after[row][column])


def _by_key(key: Key, rows: pd.DataFrame) -> dict[Key, Row]:
    """Each row by its key; a repeated key is extended, so that no row is hidden by another."""
    records: list[Row] = rows.astype(object).where(rows.notna(), None).to_dict("records")
    by_key: dict[Key, Row] = {}
    for number, row in enumerate(records, 1):
        name = tuple(str(row[column]) for column in key) or (f"row {number}",)
        by_key[name if name not in by_key else (*name, f"again in row {number}")] = row
    return by_key
