"""rating_history and rating_countries: counts of ratings, and how many came in a week."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import CHATGPT, GEMINI, STRANGER, create_warehouse, rating
from tests.helpers.tables import Rows, tuples

MARCH: dict[str, Any] = {"store": "app_store", "since": date(2025, 3, 1), "until": date(2025, 3, 31)}
FIRST, SECOND, THIRD = datetime(2025, 3, 1, 6), datetime(2025, 3, 4, 18), datetime(2025, 3, 18, 18)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Norway three times in March: half a week apart, then two weeks; Sweden once."""
    return create_warehouse(
        tmp_path_factory.mktemp("ratings"),
        rating("2025-02-28T23:59:59", CHATGPT, 900),
        rating(FIRST.isoformat(), CHATGPT, 1000, rating_average=4.7),
        rating(SECOND.isoformat(), CHATGPT, 1200, version="1.1"),
        rating(THIRD.isoformat(), CHATGPT, 1150),
        rating(FIRST.isoformat(), GEMINI, 0, rating_average=0),
        rating(THIRD.isoformat(), GEMINI, 5, rating_average=3.0),
        rating(SECOND.isoformat(), CHATGPT, 7, country="se"),
        rating(SECOND.isoformat(), STRANGER, 50),
        rating("2025-04-01T00:00:00", CHATGPT, 2000),
    )


def history(house: Warehouse, app: str, columns: str, **asked: Any) -> Rows:
    return tuples(questions.rating_history(house, **MARCH | {"country": "no"} | asked, apps=[app]), columns)


def test_new_ratings_are_counted_a_week_over_the_true_time_between_two_readings(house: Warehouse) -> None:
    """200 in half a week are 400 a week."""
    columns = "observed_at, rating_count, since_at, new_ratings, new_per_week"
    assert history(house, "chatgpt", columns)[:2] == [
        (FIRST, 1000, None, None, None),
        (SECOND, 1200, FIRST, 200, pytest.approx(400)),
    ]


def test_ratings_that_the_store_took_away_are_negative(house: Warehouse) -> None:
    columns = "rating_count, new_ratings, new_per_week"
    assert history(house, "chatgpt", columns)[2] == (1150, -50, pytest.approx(-25))


def test_while_nobody_has_rated_there_is_no_average(house: Warehouse) -> None:
    columns = "rating_count, rating_average, new_ratings"
    assert history(house, "gemini", columns) == [(0, None, None), (5, 3.0, 5)]


def test_an_average_stands_with_the_version_of_the_app_and_who_recorded_it(house: Warehouse) -> None:
    columns = "rating_average, version, collection"
    assert history(house, "chatgpt", columns)[:2] == [
        (4.7, "1.0", "synthetic/archive"),
        (4.5, "1.1", "synthetic/archive"),
    ]


def test_the_first_reading_of_the_days_wanted_says_nothing_of_the_time_before(house: Warehouse) -> None:
    later = {"since": date(2025, 3, 2)}
    columns = "observed_at, since_at, new_ratings"
    assert history(house, "chatgpt", columns, **later)[0] == (SECOND, None, None)


def test_two_countries_are_counted_apart(house: Warehouse) -> None:
    columns = "rating_count, new_ratings, new_per_week"
    assert history(house, "chatgpt", columns, country="se") == [(7, None, None)]
    assert history(house, "chatgpt", "rating_count", country="fr") == []


def test_two_apps_are_counted_apart(house: Warehouse) -> None:
    answer = questions.rating_history(house, **MARCH, country="no", apps=["gemini", "chatgpt"])
    assert tuples(answer, "app, new_ratings") == [
        ("chatgpt", None),
        ("chatgpt", 200),
        ("chatgpt", -50),
        ("gemini", None),
        ("gemini", 5),
    ]


def test_two_collections_are_counted_apart(tmp_path: Path) -> None:
    """The second collection's count is no growth of the first's."""
    other = rating(SECOND.isoformat(), CHATGPT, 5000, source="synthetic/other@1")
    one = [rating(day.isoformat(), CHATGPT, count) for day, count in ((FIRST, 100), (THIRD, 110))]
    house = create_warehouse(tmp_path, *one, other)
    assert history(house, "chatgpt", "observed_at, new_ratings, since_at") == [
        (FIRST, None, None),
        (SECOND, None, None),
        (THIRD, 10, FIRST),
    ]


def test_the_countries_say_which_apps_were_read_and_when_the_most_read_first(house: Warehouse) -> None:
    columns = "country, store, apps, readings, first_day, last_day"
    assert tuples(questions.rating_countries(house), columns) == [
        ("no", "app_store", "chatgpt;gemini", 7, date(2025, 2, 28), date(2025, 4, 1)),
        ("se", "app_store", "chatgpt", 1, date(2025, 3, 4), date(2025, 3, 4)),
    ]
