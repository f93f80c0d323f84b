"""Each question's header against DuckDB, against the catalogue of functions, and against the house style."""

import inspect
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, get_type_hints

import duckdb
import pytest

from dashboard.warehouse import questions, sql
from dashboard.warehouse.sql import QUERIES, SqlFile
from dashboard.warehouse.warehouse import Warehouse

ONE_ROW = {"date_range"}
LONGEST = 95  # lines, most of them the header
PYTHON: dict[str, Any] = {
    "VARCHAR": str,
    "DATE": date,
    "TIMESTAMP": datetime,
    "BIGINT": int,
    "VARCHAR[]": questions.Codes,
    "BIGINT[]": Sequence[int],
}
FILES = {path.stem: sql.parse_sql_file(path) for path in QUERIES.glob("*.sql")}
FUNCTIONS = {ask.__name__: ask for ask in questions.ALL_QUERIES}


@pytest.fixture(params=sorted(FILES))
def file(request: pytest.FixtureRequest) -> SqlFile:
    return FILES[request.param]


def asked_with(name: str) -> dict[str, Any]:
    """Parameter -> type of the function, without what it gives back."""
    signature = inspect.unwrap(FUNCTIONS[name])
    hints = get_type_hints(signature)
    return {parameter: hints[parameter] for parameter in inspect.signature(signature).parameters}


def test_the_first_line_is_a_sentence(file: SqlFile) -> None:
    assert file.sql.startswith(f"-- {file.title}\n")
    assert re.fullmatch(r"[A-Z].+[^.]\.", file.title)


def test_the_declared_parameters_are_those_that_duckdb_finds(file: SqlFile) -> None:
    statements = duckdb.extract_statements(file.body)
    assert len(statements) == 1
    assert set(file.params) == set(statements[0].named_parameters)


def test_the_declared_columns_are_those_that_duckdb_answers(file: SqlFile, frozen: Warehouse) -> None:
    declared = [(name, field.type) for name, field in file.columns.items()]
    assert declared == frozen.describe(file.name)


def test_every_line_of_the_header_that_declares_is_understood(file: SqlFile) -> None:
    declaring = re.findall(r"^-- *(?:param|column)\b.*$", file.sql, re.MULTILINE)
    assert len(declaring) == len(file.params) + len(file.columns)


def test_the_function_takes_what_the_header_declares(file: SqlFile) -> None:
    declared = {name: PYTHON[field.type] for name, field in file.params.items()}
    assert list(asked_with(file.name).items()) == list(declared.items())


def test_the_function_says_what_the_file_says(file: SqlFile) -> None:
    assert FUNCTIONS[file.name].__doc__ == file.title


def test_every_parameter_is_cast_where_it_is_used(file: SqlFile) -> None:
    used = re.findall(r"\$(\w+)(::)?", file.body)
    assert [name for name, cast in used if not cast] == []


def test_the_order_of_rows_is_given_unless_there_is_one(file: SqlFile) -> None:
    ordered = re.search(r"^order by\b", file.body, re.MULTILINE) is not None
    assert ordered is (file.name not in ONE_ROW)


def test_the_file_fits_a_screen(file: SqlFile) -> None:
    assert len(file.sql.splitlines()) < LONGEST


def test_every_function_has_a_file_and_every_file_a_function() -> None:
    assert sorted(FUNCTIONS) == sorted(FILES)
    assert len(questions.ALL_QUERIES) == len(FUNCTIONS)


@pytest.mark.parametrize("name", sorted(ONE_ROW))
def test_a_question_without_an_order_answers_one_row(name: str, frozen: Warehouse) -> None:
    assert len(FUNCTIONS[name](frozen)) == 1
