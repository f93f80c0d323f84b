"""A bad row is named with its file, line, column and reason; nothing of its file goes on."""

import gzip
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.collect.checks.fields import Row
from dashboard.collect.checks.schemas import CLAIMS, OBSERVATIONS
from dashboard.collect.checks.validation import (
    SHOWN,
    InvalidRowsError,
    Line,
    read_csv,
    validate_rows,
    validation_context,
)
from tests.helpers.claimed import milestone, reported_rank, source
from tests.helpers.datasets import CHATGPT, DatasetRow, reading, vocabulary

NOW = datetime(2026, 11, 1, 12)
FILE = Path("synthetic.csv")
PLACE = reading("2025-10-01T10:00:00", {1: CHATGPT})[0]
NUMBER = milestone("number", 1)[0]


def check(*rows: DatasetRow) -> list[Row]:
    model = (CLAIMS | OBSERVATIONS)[rows[0].dataset]
    lines = [Line(FILE, number, row.cells) for number, row in enumerate(rows, 2)]
    return validate_rows(lines, model, validation_context(vocabulary(), NOW))


def but(row: DatasetRow, **cells: Any) -> DatasetRow:
    return DatasetRow(row.dataset, row.cells | cells)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (but(PLACE, observed_at="2026-11-01T12:00:01"), "observed_at", "is in the future"),
        (but(PLACE, country="xx"), "country", "'xx' is not among the catalogue's storefronts"),
        (but(PLACE, chart="top-secret"), "chart", "'top-secret' is not among the catalogue's charts"),
        (but(PLACE, category="games"), "category", "'games' is not among the catalogue's categories"),
        (but(PLACE, store="appstore"), "store", "'appstore' is not among the catalogue's stores"),
        (but(PLACE, rank="first"), "rank", "unable to parse string as an integer (found 'first')"),
        (but(PLACE, rank=0), "rank", "greater than or equal to 1"),
        (but(PLACE, depth=1001), "depth", "less than or equal to 1000"),
        (but(PLACE, scope="some"), "scope", "'all', 'assistants' or 'chosen' (found 'some')"),
        (but(PLACE, source=""), "source", "at least 1 character"),
        (but(PLACE, observed_at="yesterday"), "observed_at", "valid datetime"),
        (but(PLACE, observed_at="1700000000"), "observed_at", "1700000000"),
        (but(PLACE, rank=None), "-", "rank None is beyond the chart's depth of 50"),
        (but(PLACE, rank=51), "-", "rank 51 is beyond the chart's depth of 50"),
        (but(PLACE, colour="red"), "colour", "not permitted"),
        (but(NUMBER, app="lechat"), "app", "'lechat' is not among the catalogue's apps"),
        (but(NUMBER, metric="fame"), "metric", "'fame' is not among the catalogue's metrics"),
        (but(NUMBER, scope="mars"), "scope", "'mars' is not among the catalogue's scopes"),
        (but(NUMBER, value="much"), "value", "unable to parse string as a number (found 'much')"),
        (but(NUMBER, value="nan"), "value", "found 'nan'"),
        (but(NUMBER, value="inf"), "value", "found 'inf'"),
        (but(NUMBER, days_stated="-4"), "days_stated", "found '-4'"),
        (but(NUMBER, period_end="2026-12"), "period_end", "2026-12-01 is in the future"),
        (but(NUMBER, period_end="spring"), "period_end", "write 2025, 2025-02 or 2025-02-06"),
        (but(NUMBER, period_end="2025-02-30"), "period_end", "found '2025-02-30'"),
        (but(NUMBER, recorded_on="2026-11-02"), "recorded_on", "2026-11-02 is in the future"),
        (but(NUMBER, claim_id="Not An Id"), "claim_id", "match pattern"),
        (but(NUMBER, source_id=""), "source_id", "match pattern"),
        (but(source()[0], url="example.org"), "url", "match pattern"),
    ],
)
def test_a_bad_row_is_named_with_its_column_and_reason(row: DatasetRow, column: str, reason: str) -> None:
    with pytest.raises(InvalidRowsError) as refused:
        check(row)
    assert [(fault.file, fault.line, fault.column) for fault in refused.value.faults] == [(FILE, 2, column)]
    assert reason in str(refused.value)
    assert str(refused.value).startswith(f"synthetic.csv, line 2, column {column}: ")


def test_a_report_that_ends_before_it_begins_is_refused() -> None:
    backwards = reported_rank("place", 1, "2025-02-08", first_day="2025-02-09")[0]
    with pytest.raises(InvalidRowsError, match="first_day 2025-02-09 comes after last_day 2025-02-08"):
        check(backwards)


def test_two_bad_rows_and_two_bad_cells_are_all_named() -> None:
    rows = [but(PLACE, country="xx", rank="x"), PLACE, but(PLACE, chart="x")]
    with pytest.raises(InvalidRowsError) as refused:
        check(*rows)
    assert [(fault.line, fault.column) for fault in refused.value.faults] == [
        (2, "country"),
        (2, "rank"),
        (4, "chart"),
    ]


def test_of_many_faults_the_first_are_shown_and_the_rest_are_counted() -> None:
    with pytest.raises(InvalidRowsError) as refused:
        check(*[but(PLACE, country=f"x{number}") for number in range(SHOWN + 5)])
    shown = str(refused.value).splitlines()
    assert len(shown) == SHOWN + 1
    assert shown[-1] == "... and 5 more"


def test_the_last_second_before_the_ingest_is_not_the_future() -> None:
    assert len(check(but(PLACE, observed_at="2026-11-01T12:00:00"))) == 1


@given(rank=st.integers(-2, 1100), depth=st.integers(-2, 1100))
def test_a_place_is_taken_just_when_it_lies_within_a_possible_depth(rank: int, depth: int) -> None:
    row = but(PLACE, rank=rank, depth=depth)
    if 1 <= rank <= depth <= 1000:
        assert check(row)[0].model_dump()["rank"] == rank
    else:
        with pytest.raises(InvalidRowsError):
            check(row)


HEADER = b"source_id,url\n"
ZIPPED = gzip.compress(HEADER + b"a,b\n" * 1000, mtime=0)


@pytest.mark.parametrize(
    ("name", "content", "line", "reason"),
    [
        ("few.csv", HEADER + b"a,b\nc\n", 3, "has more or fewer cells than the header"),
        ("many.csv", HEADER + b"a,b,c\n", 2, "has more or fewer cells than the header"),
        ("latin.csv", HEADER + "é,b\n".encode("latin-1"), 1, "cannot be read: 'utf-8' codec"),
        ("cut.csv.gz", ZIPPED[:-12], 1, "cannot be read: "),
        ("plain.csv.gz", HEADER, 1, "cannot be read: Not a gzipped file"),
        ("absent.csv", None, 1, "cannot be read: "),
    ],
)
def test_an_unreadable_file_is_named(
    tmp_path: Path, name: str, content: bytes | None, line: int, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InvalidRowsError) as refused:
        list(read_csv(path))
    assert f"{path}, line {line}, column -: {reason}" in str(refused.value)
