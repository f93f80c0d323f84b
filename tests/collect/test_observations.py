"""Recorded readings: whole, each place once, in UTC, or refused."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.collect.checks.validation import InvalidRowsError, validation_context
from dashboard.collect.imports.observations import read_observations, utc
from tests.helpers.datasets import CHATGPT, GEMINI, LE_CHAT, rating, reading, vocabulary
from tests.helpers.files import RANKS, READINGS, file_observations, write_csv

NOW = datetime(2026, 11, 1, 12)
AT = "2025-10-01T10:00:00Z"
RATED = rating("2025-03-01T10:00:00+01:00", CHATGPT, 100)


def read(folder: Path) -> list[dict[str, Any]]:
    """Charts and ratings as they would be stored."""
    return [
        row.model_dump()
        for one in read_observations(folder, validation_context(vocabulary(), NOW))
        for row in one.rows
    ]


def refusal(folder: Path) -> str:
    with pytest.raises(InvalidRowsError) as refused:
        read(folder)
    return str(refused.value)


def test_each_place_carries_the_depth_and_scope_of_its_reading(tmp_path: Path) -> None:
    deep = reading(AT, {60: LE_CHAT}, country="de", depth=99, scope="assistants")
    rows = read(file_observations(tmp_path, reading(AT, {1: CHATGPT, 2: GEMINI}), deep, RATED))
    assert [(row["country"], row["rank"], row["depth"], row["scope"]) for row in rows[:3]] == [
        ("fr", 1, 50, "all"),
        ("fr", 2, 50, "all"),
        ("de", 60, 99, "assistants"),
    ]


def test_moments_come_out_in_utc_without_a_zone(tmp_path: Path) -> None:
    rows = read(file_observations(tmp_path, reading("2025-10-01T02:00:00+02:00", {1: CHATGPT}), RATED))
    assert [row["observed_at"] for row in rows] == [datetime(2025, 10, 1), datetime(2025, 3, 1, 9)]


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
def test_a_moment_in_any_zone_is_the_same_moment_in_utc(moment: datetime, minutes: int) -> None:
    there = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    here = utc(there.isoformat())
    assert isinstance(here, datetime)
    assert here.replace(tzinfo=UTC) == there.replace(microsecond=0)


def test_what_is_no_moment_is_refused_and_not_guessed(tmp_path: Path) -> None:
    folder = file_observations(tmp_path, reading("yesterday", {1: CHATGPT}), RATED)
    assert "chart_ranks.csv.gz, line 2, column observed_at: Input should be a valid datetime" in refusal(
        folder
    )


def test_a_rank_that_stands_twice_in_a_reading_is_refused(tmp_path: Path) -> None:
    twice = reading(AT, {1: CHATGPT}) + reading(AT, {1: GEMINI})
    told = refusal(file_observations(tmp_path, twice, RATED))
    assert "chart_ranks.csv.gz, line 2, column rank: '1' stands 2 times" in told
    assert "(and 1 more like it: line 3)" in told


def test_an_app_that_stands_twice_in_a_reading_is_refused(tmp_path: Path) -> None:
    told = refusal(file_observations(tmp_path, reading(AT, {1: CHATGPT, 2: CHATGPT}), RATED))
    assert f"column app_id: '{CHATGPT}' stands 2 times" in told


def test_one_rank_in_two_readings_is_no_repeat(tmp_path: Path) -> None:
    later = reading("2025-10-02T10:00:00Z", {1: CHATGPT})
    assert len(read(file_observations(tmp_path, reading(AT, {1: CHATGPT}), later, RATED))) == 3


def test_a_rank_beyond_the_depth_of_its_reading_is_refused(tmp_path: Path) -> None:
    told = refusal(file_observations(tmp_path, reading(AT, {51: CHATGPT}), RATED))
    assert "chart_ranks.csv.gz, line 2, column -: rank 51 is beyond the chart's depth of 50" in told


def test_a_place_of_no_reading_is_refused(tmp_path: Path) -> None:
    folder = file_observations(tmp_path, reading(AT, {1: CHATGPT}), RATED)
    stray = reading("2025-10-02T10:00:00Z", {1: CHATGPT})[0].cells
    write_csv(folder / "chart_ranks.csv.gz", RANKS, [stray])
    assert "line 2, column observed_at: belongs to no row of chart_readings.csv" in refusal(folder)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_reading_that_says_another_number_of_places_is_refused(tmp_path: Path, rows: int) -> None:
    folder = file_observations(tmp_path, reading(AT, {1: CHATGPT, 2: GEMINI}), RATED)
    said = reading(AT, {1: CHATGPT})[0].cells | {"rows": rows}
    write_csv(folder / "chart_readings.csv", READINGS, [said])
    told = refusal(folder)
    assert f"chart_readings.csv, line 2, column rows: says {rows} places, 2 are there" in told


def test_a_reading_that_kept_no_place_is_refused(tmp_path: Path) -> None:
    folder = file_observations(tmp_path, reading(AT, {1: CHATGPT}), RATED)
    kept = reading(AT, {1: CHATGPT})[0].cells | {"rows": 1}
    nothing = kept | {"country": "de", "rows": 0}
    write_csv(folder / "chart_readings.csv", READINGS, [kept, nothing])
    assert "chart_readings.csv, line 3, column rows: says 0 places, 0 are there" in refusal(folder)


def test_a_reading_that_stands_twice_with_two_depths_is_refused(tmp_path: Path) -> None:
    folder = file_observations(tmp_path, reading(AT, {1: CHATGPT}), RATED)
    kept = reading(AT, {1: CHATGPT})[0].cells | {"rows": 1}
    write_csv(folder / "chart_readings.csv", READINGS, [kept, kept | {"depth": 99}])
    assert "chart_readings.csv" in refusal(folder)


def test_a_truncated_archive_is_refused(tmp_path: Path) -> None:
    path = file_observations(tmp_path, reading(AT, {1: CHATGPT}), RATED) / "chart_ranks.csv.gz"
    path.write_bytes(path.read_bytes()[:-8])
    assert f"{path}, line 1, column -: cannot be read" in refusal(tmp_path)


def test_a_rating_that_stands_twice_is_refused(tmp_path: Path) -> None:
    told = refusal(file_observations(tmp_path, reading(AT, {1: CHATGPT}), RATED, RATED))
    assert "ratings.csv, line 2, column observed_at" in told
    assert "(and 1 more like it: line 3)" in told


def test_a_rating_beyond_five_stars_is_named_with_its_line(tmp_path: Path) -> None:
    stars = rating("2025-03-02T10:00:00", CHATGPT, 100, rating_average=5.1)
    told = refusal(file_observations(tmp_path, reading(AT, {1: CHATGPT}), RATED, stars))
    assert "ratings.csv, line 3, column rating_average: " in told
