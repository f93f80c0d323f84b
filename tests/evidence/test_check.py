"""The checker finds a file's numbers again in the data, or names what differs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from dashboard.evidence import check
from dashboard.evidence.__main__ import DIFFERENT, EQUAL, UNREADABLE, main
from dashboard.evidence.page import script
from tests.app_pages.running import PAGES, snapshot
from tests.evidence.made import evidence
from tests.helpers.claimed import milestone, source
from tests.helpers.given import lay

CORRECTED = "le-chat-1m-world-begeek"
CHANGED = "the file says 1000000.0, the data says 1100000.0"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_pages_file_is_equal_to_the_data_it_was_made_of(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str], page: str, lang: str
) -> None:
    file = evidence(tmp_path, page, lang=lang, country="fr", category="productivity")
    assert check.read(file)["questions"]
    assert main(["check", str(file)]) == EQUAL
    told = capsys.readouterr().out
    assert "EQUAL: every row is what the data says" in told
    assert "Changed by later data: 0" in told
    assert "note:" not in told


def _correct(data: Path) -> None:
    """A correction of Le Chat's million, taken in after all else."""
    claim = milestone("x", 1_100_000, period_end="2025-02-19", core=True)[0]
    lay(
        data,
        source(),
        [replace(claim, cells=claim.cells | {"claim_id": CORRECTED})],
        now=datetime(2026, 11, 24, 12),
    )


def test_a_correction_taken_in_later_is_named_and_leaves_the_files_own_moment_equal(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "overview", lang="en")
    _correct(data)
    assert main(["check", str(file)]) == EQUAL
    told = capsys.readouterr().out
    assert "EQUAL: every row is what the data says" in told
    assert f"since then: core_figures · {CORRECTED} · value: {CHANGED}" in told


def test_a_number_changed_in_the_file_is_named_with_its_row(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "rank", lang="en", category="productivity")
    record = check.read(file)
    summary = next(one for one in record["questions"] if one["name"] == "rank_summary")
    mine = next(row for row in summary["rows"] if row[0] == "le-chat")
    column = summary["columns"].index("days_at_1")
    honest, mine[column] = mine[column], 20
    file.write_text(check.HELD.sub(_script(record), file.read_text("utf-8")), "utf-8")
    assert main(["check", str(file)]) == DIFFERENT
    told = capsys.readouterr().out
    assert f"rank_summary · le-chat · days_at_1: the file says 20, the data says {honest}" in told
    assert "DIFFERENT: 1" in told


def _script(record: check.Record) -> Callable[[object], str]:
    return lambda _: f'<script type="application/json" id="evidence">{script(record)}</script>'


def test_sql_that_is_not_the_repositorys_is_not_run(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "overview", lang="en")
    foreign = file.read_text("utf-8").replace("-- The four figures", "-- My four figures")
    file.write_text(foreign, "utf-8")
    assert main(["check", str(file)]) == DIFFERENT
    assert "core_figures: its SQL is not the repository's, and was not run" in capsys.readouterr().out


def test_a_snapshot_that_is_gone_is_named(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = evidence(tmp_path, "rank", lang="en")
    gone = snapshot(data, "charts")
    gone.unlink()
    assert main(["check", str(file)]) == DIFFERENT
    assert f"note: {gone.name}: is not here" in capsys.readouterr().out


def test_another_file_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.html").write_text("<p>Nothing of ours</p>", "utf-8")
    assert main(["check", str(tmp_path / "other.html")]) == UNREADABLE
    assert "holds no record" in capsys.readouterr().err
