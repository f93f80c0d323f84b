"""Which numbers of an answer differ between two moments."""

from dataclasses import dataclass

import pandas as pd

from dashboard.question_file import QuestionFile
from dashboard.row_types import Row

NUMBERS = {"INTEGER", "BIGINT", "DOUBLE"}


@dataclass(frozen=True)
class Change:
    """One number that is not what it was; None where it was not, or is no more.

    `title` is the question's, `where` the key of the row.
    """

    title: str
    where: tuple[str, ...]
    column: str
    then: float | None
    now: float | None


def between(question: QuestionFile, then: pd.DataFrame, now: pd.DataFrame) -> list[Change]:
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


def _numbers(
    question: QuestionFile, answer: pd.DataFrame, columns: list[str]
) -> dict[tuple[tuple[str, ...], str], float]:
    """Every number of an answer by its row's key and its column; what is missing is not there."""
    rows: list[Row] = answer.to_dict("records")
    return {
        (tuple(str(row[name]) for name in question.key), column): row[column]
        for row in rows
        for column in columns
        if pd.notna(row[column])
    }
