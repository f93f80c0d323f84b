"""period_downloads: what a period brought, over its true length."""

from datetime import date
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import milestone, source
from tests.helpers.datasets import DatasetRow, create_warehouse
from tests.helpers.tables import Rows, tuples

AVERAGES = "first_day, last_day, days, value, least, most"
MARCH = (date(2025, 3, 1), date(2025, 3, 31))


def brought(name: str, value: float, start: str, end: str, **cells: Any) -> list[DatasetRow]:
    """Exactly so many downloads of a period."""
    period = {"metric": "downloads_in_period", "period_start": start, "period_end": end}
    return milestone(name, value, **period | {"qualifier": "exact"} | cells)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    gemini = {"app": "gemini", "rests_on": "one statement"}
    return create_warehouse(
        tmp_path_factory.mktemp("periods"),
        source(),
        brought("days", 310, "2025-03-01", "2025-03-31"),
        brought("month", 620, "2025-03", "2025-03", qualifier="about", platform="ios", scope="fr"),
        brought("one-day", 50, "2025-05-01", "2025-05-01", qualifier="at_least"),
        brought("open", 90, "", "2025-06-26"),
        milestone("total", 1000, period_end="2025-03-31"),
        brought("core", 100, "2025-03-01", "2025-03-31", **gemini, qualifier="at_least"),
        brought("copy", 100, "2025-03-01", "2025-03-31", **gemini, qualifier="about"),
        brought("rounder", 110, "2025-03-01", "2025-03-31", **gemini, qualifier="about"),
        brought("april", 100, "2025-04-01", "2025-04-30", **gemini),
        brought("alone", 100, "2025-03-01", "2025-03-31", app="gemini"),
    )


def periods(house: Warehouse, columns: str, app: str = "le-chat", **asked: Any) -> Rows:
    always = {"since": date(2023, 1, 1), "until": date(2026, 12, 31)}
    asked = {"apps": [app], "platform": "all", "scope": "world"} | always | asked
    return tuples(questions.period_downloads(house, **asked), columns)


def test_a_period_is_averaged_over_all_of_its_days(house: Warehouse) -> None:
    assert periods(house, f"claim_id, {AVERAGES}")[0] == ("synthetic-days", *MARCH, 31, 310, 10, 10)


def test_a_month_means_all_of_its_days_and_a_rounded_number_what_it_may_stand_for(house: Warehouse) -> None:
    assert periods(house, f"claim_id, {AVERAGES}")[1] == (
        "synthetic-month",
        *MARCH,
        31,
        620,
        615 / 31,
        625 / 31,
    )


def test_a_single_day_is_one_day_long_and_at_least_gives_no_greatest_average(house: Warehouse) -> None:
    may = date(2025, 5, 1)
    assert periods(house, f"claim_id, {AVERAGES}")[2] == ("synthetic-one-day", may, may, 1, 50, 50, None)


def test_a_period_without_a_first_day_has_no_length_and_no_average(house: Warehouse) -> None:
    assert periods(house, f"claim_id, {AVERAGES}")[3] == (
        "synthetic-open",
        None,
        date(2025, 6, 26),
        None,
        90,
        None,
        None,
    )


def test_a_total_since_launch_is_no_period(house: Warehouse) -> None:
    assert ("synthetic-total",) not in periods(house, "claim_id")


@pytest.mark.parametrize(
    ("since", "until", "names"),
    [
        (date(2025, 3, 31), date(2025, 4, 30), ["days", "month"]),
        (date(2025, 2, 1), date(2025, 3, 1), ["days", "month"]),
        (date(2025, 4, 1), date(2025, 4, 30), []),
        (date(2025, 6, 26), date(2025, 6, 26), ["open"]),
        (date(2025, 6, 1), date(2025, 6, 25), []),
    ],
)
def test_a_period_is_shown_where_it_touches_the_days_wanted(
    house: Warehouse, since: date, until: date, names: list[str]
) -> None:
    shown = periods(house, "claim_id", since=since, until=until)
    assert shown == [(f"synthetic-{name}",) for name in names]


def test_copies_of_one_statement_on_one_period_are_numbered_the_more_exact_first(house: Warehouse) -> None:
    assert periods(house, "claim_id, copy, rests_on", "gemini") == [
        ("synthetic-alone", 1, None),
        ("synthetic-copy", 1, "one statement"),
        ("synthetic-core", 3, "one statement"),
        ("synthetic-rounder", 2, "one statement"),
        ("synthetic-april", 1, "one statement"),
    ]


def test_a_period_says_in_what_it_differs_from_the_race(house: Warehouse) -> None:
    assert periods(house, "race")[:2] == [("same",), ("both",)]
    assert periods(house, "race", platform="ios", scope="fr")[:2] == [("both",), ("same",)]
    assert periods(house, "race", platform="ios")[:2] == [("platform",), ("place",)]


def test_a_period_is_quoted_as_exact_as_its_source_gives_it(house: Warehouse) -> None:
    columns = "period_start, period_end, kind, stated_by, publisher, url"
    read = ("Publisher of synthetic-source", "https://example.org/synthetic-source")
    assert periods(house, columns)[1] == ("2025-03", "2025-03", "reported", "Synthetic Company", *read)
