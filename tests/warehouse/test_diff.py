"""Which numbers differ between two moments: rows are matched by the question's key."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.warehouse import diff, questions
from dashboard.warehouse.sql import SqlFile, parse_sql_file
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.asking import ASKS, some

QUERIES = Path(__file__).parents[2] / "queries"
SUMMARY = parse_sql_file(QUERIES / "rank_summary.sql")


def _summary(*rows: tuple[str, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["app", "best"]).astype({"best": "Int32"})
    return frame.reindex(columns=[*SUMMARY.columns])


def _told(then: pd.DataFrame, now: pd.DataFrame) -> list[tuple[object, ...]]:
    return [(one.where, one.column, one.then, one.now) for one in diff.changed_numbers(SUMMARY, then, now)]


def test_a_number_that_is_another_is_a_change() -> None:
    assert _told(_summary(("le-chat", 28)), _summary(("le-chat", 20))) == [(("le-chat",), "best", 28, 20)]


def test_a_number_that_came_or_went_is_a_change() -> None:
    found = _told(_summary(("le-chat", 28), ("grok", None)), _summary(("grok", 5)))
    assert found == [(("le-chat",), "best", 28, None), (("grok",), "best", None, 5)]


def test_the_order_of_rows_is_no_change() -> None:
    rows = ("le-chat", 28), ("grok", 5)
    assert _told(_summary(*rows), _summary(*reversed(rows))) == []


FILES = [parse_sql_file(path) for path in sorted(QUERIES.glob("*.sql")) if path.stem != "date_range"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_key_of_a_question_names_each_row_once(file: SqlFile, frozen: Warehouse) -> None:
    answer = getattr(questions, file.name)(frozen, **some(file.name))
    assert file.key
    assert set(file.key) <= set(file.columns)
    assert not answer.duplicated(list(file.key)).any()


def test_every_question_has_a_key_but_the_one_that_answers_one_row() -> None:
    assert {file.name for file in FILES} == set(ASKS) - {"date_range"}
