"""The checker finds a file's numbers again in the data, or names what differs."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.export.__main__ import DIFFERENT, EQUAL, UNREADABLE, main
from dashboard.export.evidence import check
from dashboard.export.html import escape_script
from tests.app_pages.running import PAGES, snapshot
from tests.export.evidence.made import evidence
from tests.export.evidence.made import record as record_of
from tests.helpers.claimed import milestone, source
from tests.helpers.datasets import store_rows

CORRECTED = "le-chat-1m-world-begeek"
CHANGED = "the file says 1000000.0, the data says 1100000.0"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_pages_file_is_equal_to_the_data_it_was_made_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], page: str, lang: str
) -> None:
    file = evidence(tmp_path, page, lang=lang, category="productivity")
    assert check.read_record(file).questions
    assert main(["check", str(file)]) == EQUAL
    output = capsys.readouterr().out
    assert "EQUAL: every row is what the data says" in output
    assert "Changed by later data: 0" in output
    assert "note:" not in output


def _correct(data: Path) -> None:
    """A correction of Le Chat's million, taken in after all else."""
    claim = milestone("x", 1_100_000, period_end="2025-02-19", core=True)[0]
    store_rows(
        data,
        source(),
        [replace(claim, cells=claim.cells | {"claim_id": CORRECTED})],
        now=datetime(2026, 12, 1, 12),
    )


def test_a_correction_taken_in_later_is_named_and_leaves_the_files_own_moment_equal(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "overview", lang="en", category="productivity")
    _correct(data)
    assert main(["check", str(file)]) == EQUAL
    output = capsys.readouterr().out
    assert "EQUAL: every row is what the data says" in output
    assert f"since then: headline_figures · {CORRECTED} · value: {CHANGED}" in output


def test_a_number_changed_in_the_file_is_named_with_its_row(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "rank", lang="en", category="productivity")
    record = record_of(file)
    summary = next(one for one in record["questions"] if one["name"] == "rank_summary")
    app_row = next(row for row in summary["rows"] if row[0] == "le-chat")
    column = summary["columns"].index("days_at_1")
    honest, app_row[column] = app_row[column], 20
    file.write_text(check.RECORD_SCRIPT.sub(_script(record), file.read_text("utf-8")), "utf-8")
    assert main(["check", str(file)]) == DIFFERENT
    output = capsys.readouterr().out
    assert f"rank_summary · le-chat · days_at_1: the file says 20, the data says {honest}" in output
    assert "DIFFERENT: 1" in output


def forge(file: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """The file with its record changed."""
    record = record_of(file)
    change(record)
    file.write_text(check.RECORD_SCRIPT.sub(_script(record), file.read_text("utf-8")), "utf-8")
    return file


def _script(record: Any) -> Callable[[object], str]:
    return lambda _: f'<script type="application/json" id="evidence">{escape_script(record)}</script>'


def test_sql_that_is_not_the_repositorys_is_not_run(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "overview", lang="en", category="productivity")
    foreign = file.read_text("utf-8").replace("-- The four figures", "-- My four figures")
    file.write_text(foreign, "utf-8")
    assert main(["check", str(file)]) == DIFFERENT
    assert "headline_figures: its SQL is not the repository's, and was not run" in capsys.readouterr().out


def test_a_snapshot_that_is_gone_is_named(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "rank", lang="en", category="productivity")
    gone = snapshot(data, "charts")
    gone.unlink()
    assert main(["check", str(file)]) == DIFFERENT
    assert f"note: {gone.name}: is not here" in capsys.readouterr().out


def test_another_file_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.html").write_text("<p>Nothing of ours</p>", "utf-8")
    assert main(["check", str(tmp_path / "other.html")]) == UNREADABLE
    assert "holds no record" in capsys.readouterr().err


def named_outside(record: dict[str, Any]) -> None:
    record["questions"][0]["name"] = "/some/path/headline_figures"


def named_above(record: dict[str, Any]) -> None:
    record["questions"][0]["name"] = "../queries/headline_figures"


def no_question(record: dict[str, Any]) -> None:
    record["questions"] = []


def a_file_outside(record: dict[str, Any]) -> None:
    record["files"][0]["name"] = "../../../../dev/zero"


def a_row_too_short(record: dict[str, Any]) -> None:
    record["questions"][0]["rows"][0].pop()


def a_column_twice(record: dict[str, Any]) -> None:
    record["questions"][0]["columns"][0] = record["questions"][0]["columns"][1]


def no_moment(record: dict[str, Any]) -> None:
    record["as_of"] = "yesterday"


def nothing_of_ours(record: dict[str, Any]) -> None:
    del record["catalog_sha256"]


def sql_that_is_a_number(record: dict[str, Any]) -> None:
    record["questions"][0]["sql"] = 7


MALFORMED = [
    *(named_outside, named_above, no_question, a_file_outside, a_row_too_short),
    *(a_column_twice, no_moment, nothing_of_ours, sql_that_is_a_number),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The overview's file over the frozen data."""
    return evidence(tmp_path_factory.mktemp("made"), "overview", lang="en", category="productivity")


@pytest.fixture
def file(tmp_path: Path, made: Path) -> Path:
    """A copy of it to forge."""
    return Path(shutil.copy(made, tmp_path))


@pytest.mark.parametrize("change", MALFORMED)
def test_a_record_that_is_none_of_ours_is_refused_and_nothing_is_run(
    file: Path, capsys: pytest.CaptureFixture[str], change: Callable[[dict[str, Any]], None]
) -> None:
    assert main(["check", str(forge(file, change))]) == UNREADABLE
    captured = capsys.readouterr()
    assert "holds no record of the form" in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("text", ["[]", "null", "{", "[" * 100_000, '{"format": 1}', "NaN"])
def test_a_record_that_is_no_json_of_ours_is_refused(
    file: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    script_of = f'<script type="application/json" id="evidence">{text}</script>'
    file.write_text(check.RECORD_SCRIPT.sub(lambda _: script_of, file.read_text("utf-8")), "utf-8")
    assert main(["check", str(file)]) == UNREADABLE
    assert "holds no record" in capsys.readouterr().err


def test_a_forged_row_does_not_hide_behind_its_double(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def doubled(record: dict[str, Any]) -> None:
        rows = record["questions"][0]["rows"]
        rows.insert(0, [*rows[0][:-1], "forged"])

    assert main(["check", str(forge(file, doubled))]) == DIFFERENT
    assert "no such row" in capsys.readouterr().out


@pytest.mark.parametrize("params", [{}, {"wrong": 1}, {"country": {"a": ["b"]}}])
def test_a_question_that_cannot_be_asked_so_is_different(
    file: Path, capsys: pytest.CaptureFixture[str], params: dict[str, Any]
) -> None:
    def otherwise(record: dict[str, Any]) -> None:
        next(one for one in record["questions"] if one["params"])["params"] = params

    assert main(["check", str(forge(file, otherwise))]) == DIFFERENT
    assert "the file says 'an answer'" in capsys.readouterr().out


def test_what_a_forged_file_says_is_printed_with_its_control_characters_escaped(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def speaking(record: dict[str, Any]) -> None:
        record["questions"][0]["columns"][-1] = "\x1b[2J\u202eEQUAL\n"

    assert main(["check", str(forge(file, speaking))]) == DIFFERENT
    out = capsys.readouterr().out
    assert all(line.isprintable() for line in out.splitlines())
    assert "\\x1b[2J" in out
