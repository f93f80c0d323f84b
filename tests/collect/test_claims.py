"""The seven claims files are checked as one whole."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from dashboard.collect.checks.schemas import CLAIMS
from dashboard.collect.checks.validation import InvalidRowsError, validation_context
from dashboard.collect.imports.claims import read_claims
from dashboard.collect.storage.writer import Ingest
from tests.helpers.claimed import conflict, event, feature, milestone, source
from tests.helpers.datasets import DatasetRow, vocabulary
from tests.helpers.files import file_claims

NOW = datetime(2026, 11, 1, 12)
OTHER_URL = {"url": "https://example.org/other"}


def read(folder: Path) -> list[Ingest]:
    return read_claims(folder, validation_context(vocabulary(), NOW))


def refusal(folder: Path) -> str:
    with pytest.raises(InvalidRowsError) as refused:
        read(folder)
    return str(refused.value)


def test_all_seven_files_are_read_sources_first(tmp_path: Path) -> None:
    ingests = read(file_claims(tmp_path))
    assert [ingest.dataset for ingest in ingests] == list(CLAIMS)
    assert ingests[0].dataset == "sources"
    assert {len(ingest.rows) for ingest in ingests} == {1}
    assert ingests[3].origin == "claims/milestones.csv"


def test_an_empty_cell_is_unknown_and_not_a_word(tmp_path: Path) -> None:
    row = read(file_claims(tmp_path))[3].rows[0].model_dump()
    assert [row[name] for name in ("conflict_id", "period_start", "days_stated")] == [None, None, None]


@pytest.mark.parametrize(
    ("file", "rows", "line", "column", "reason"),
    [
        ("milestones", milestone("number", 2), 3, "claim_id", "'synthetic-number' stands 2 times"),
        ("sources", source(**OTHER_URL), 3, "source_id", "'synthetic-source' stands 2 times"),
        (
            "sources",
            source("synthetic-other", url="https://example.org/synthetic-source"),
            3,
            "url",
            "'https://example.org/synthetic-source' stands 2 times",
        ),
        ("conflicts", conflict(), 3, "conflict_id", "'synthetic-conflict' stands 2 times"),
        (
            "events",
            event("other", "2025", source_id="synthetic-lost"),
            3,
            "source_id",
            "'synthetic-lost' is not in sources.csv",
        ),
        (
            "features",
            feature("other", conflict_id="synthetic-lost"),
            3,
            "conflict_id",
            "'synthetic-lost' is not in conflicts.csv",
        ),
        (
            "events",
            event("other", "2025", apps="le-chat;nobody"),
            3,
            "apps",
            "'nobody' is not among the catalogue's apps",
        ),
    ],
)
def test_a_bad_claim_is_named_where_it_stands(
    tmp_path: Path, file: str, rows: list[DatasetRow], line: int, column: str, reason: str
) -> None:
    told = refusal(file_claims(tmp_path, rows))
    first, _, rest = told.partition(f", column {column}: {reason}")
    assert first.endswith(f"{tmp_path / file}.csv, line {line}") or f"more like it: line {line})" in rest


def test_both_rows_of_a_repeated_id_are_named(tmp_path: Path) -> None:
    told = refusal(file_claims(tmp_path, milestone("number", 2)))
    assert "line 2, column claim_id: 'synthetic-number' stands 2 times" in told
    assert "(and 1 more like it: line 3)" in told


def header_only(path: Path) -> None:
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")


def empty(path: Path) -> None:
    path.write_text("", "utf-8")


@pytest.mark.parametrize("spoil", [header_only, empty])
@pytest.mark.parametrize("name", CLAIMS)
def test_a_file_without_rows_is_refused_and_not_taken_as_all_removed(
    tmp_path: Path, name: str, spoil: Callable[[Path], None]
) -> None:
    path = file_claims(tmp_path) / f"{name}.csv"
    spoil(path)
    assert f"{path}, line 1, column -: holds no rows" in refusal(tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = file_claims(tmp_path) / "events.csv"
    path.unlink()
    assert f"{path}, line 1, column -: cannot be read" in refusal(tmp_path)


@pytest.mark.parametrize(("name", "column"), [("sources", "url"), ("milestones", "source_id")])
def test_a_file_that_lacks_a_column_is_named_with_it(tmp_path: Path, name: str, column: str) -> None:
    path = file_claims(tmp_path) / f"{name}.csv"
    path.write_text(path.read_text("utf-8").replace(column, "mistyped", 1), "utf-8")
    told = refusal(tmp_path)
    assert str(path) in told
    assert column in told
