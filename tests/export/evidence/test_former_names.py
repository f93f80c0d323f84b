"""An evidence file made before a question was renamed is checked by the question that replaced it."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from dashboard.export.__main__ import DIFFERENT, EQUAL, main
from dashboard.export.evidence import check, former_names
from dashboard.export.html import escape_script
from dashboard.warehouse import questions
from dashboard.warehouse.sql import QUERIES
from tests.export.evidence.made import evidence, record

CORE_FIGURES = Path(__file__).with_name("core_figures.sql").read_text("utf-8")
ENTRIES = tomllib.loads((QUERIES / "former_questions.toml").read_text("utf-8"))["question"]


def _rename(file: Path, sql: str) -> None:
    """Give a question of a file the name that it had before, and this SQL."""
    changed: dict[str, Any] = record(file)
    [question] = [one for one in changed["questions"] if one["name"] == "headline_figures"]
    question |= {"name": "core_figures", "sql": sql}
    script = f'<script type="application/json" id="evidence">{escape_script(changed)}</script>'
    file.write_text(check.RECORD_SCRIPT.sub(lambda _: script, file.read_text("utf-8")), "utf-8")


def test_a_file_with_a_questions_former_name_and_sql_is_equal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "overview", lang="en")
    _rename(file, CORE_FIGURES)
    assert main(["check", str(file)]) == EQUAL
    assert "EQUAL: every row is what the data says" in capsys.readouterr().out


def test_a_former_name_with_other_sql_is_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = evidence(tmp_path, "overview", lang="en")
    _rename(file, CORE_FIGURES + " ")
    assert main(["check", str(file)]) == DIFFERENT
    assert "core_figures: its SQL is not the repository's, and was not run" in capsys.readouterr().out


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: json.dumps(entry["name"]))
def test_a_former_question_names_one_of_today(entry: dict[str, str]) -> None:
    assert entry["now"] in {ask.__name__ for ask in questions.ALL_QUERIES}


def test_a_question_of_today_is_found_by_its_own_name() -> None:
    sql = (QUERIES / "headline_figures.sql").read_text("utf-8")
    assert former_names.current_name("headline_figures", sql) == "headline_figures"
