"""audience_shares: a share only where one publisher measured the app and all of the population."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import milestone, source
from tests.helpers.datasets import DatasetRow, create_warehouse
from tests.helpers.tables import Rows, tuples

YEAR: dict[str, Any] = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}
MARCH = {"period_start": "2025-03-01", "period_end": "2025-03-31"}
USERS: dict[str, Any] = {"metric": "mau", "unit": "users", "scope": "fr", "qualifier": "about"} | MARCH
PERCENT: dict[str, Any] = {"metric": "usage_share", "unit": "percent", "scope": "fr", "qualifier": "estimate"}
SHARE = "app, share, low, high"


def market(value: float = 12_000_000, name: str = "market", **cells: Any) -> list[DatasetRow]:
    return milestone(name, value, **USERS | {"app": "all-assistants"} | cells)


def users(value: float = 3_000_000, name: str = "users", **cells: Any) -> list[DatasetRow]:
    return milestone(name, value, **USERS | cells)


def shares(house: Warehouse, columns: str = SHARE, **asked: Any) -> Rows:
    given_apps = {"apps": ["le-chat", "chatgpt"], "scope": "fr"}
    return tuples(questions.audience_shares(house, **given_apps | YEAR | asked), columns)


def test_a_share_is_the_app_of_the_market_and_as_wide_as_both_are_rounded(tmp_path: Path) -> None:
    """3 million stands for 2.5 to 3.5, 12 million for 11.5 to 12.5."""
    low, high = 100 * 2.5 / 12.5, 100 * 3.5 / 11.5
    house = create_warehouse(tmp_path, source(), market(), users())
    assert shares(house) == [("le-chat", 25.0, pytest.approx(low), pytest.approx(high))]
    columns = "metric, value, total, population, period_end, last_day, unit, stated_by, claim_id"
    assert shares(house, columns) == [
        (
            "mau",
            3_000_000,
            12_000_000,
            None,
            "2025-03-31",
            date(2025, 3, 31),
            "users",
            "Synthetic Company",
            "synthetic-users",
        )
    ]


def test_exact_numbers_leave_no_room_and_a_floor_has_no_most(tmp_path: Path) -> None:
    total, floor = market(qualifier="exact"), users(qualifier="at_least", app="chatgpt", name="floor")
    house = create_warehouse(tmp_path, source(), total, users(qualifier="exact"), floor)
    assert sorted(shares(house)) == [("chatgpt", 25.0, 25.0, None), ("le-chat", 25.0, 25.0, 25.0)]


def test_a_population_known_to_be_at_least_so_large_gives_no_least_share(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, source(), market(qualifier="at_least"), users(qualifier="exact"))
    assert shares(house) == [("le-chat", 25.0, None, 25.0)]


@pytest.mark.parametrize(
    "differs",
    [
        {"stated_by": "Another Company"},
        {"unit": "visitors"},
        {"metric": "wau"},
        {"platform": "ios"},
        {"scope": "world"},
        {"period_start": "2025-02-01"},
        {"period_end": "2025-04-30"},
        {"period_start": ""},
    ],
    ids=str,
)
def test_numbers_that_differ_in_more_than_the_app_make_no_share(
    tmp_path: Path, differs: dict[str, Any]
) -> None:
    assert shares(create_warehouse(tmp_path, source(), market(**differs), users())) == []


def test_without_a_market_or_without_an_app_there_is_no_share(tmp_path: Path) -> None:
    assert shares(create_warehouse(tmp_path / "app", source(), users())) == []
    assert shares(create_warehouse(tmp_path / "market", source(), market())) == []


def test_a_rival_is_no_market(tmp_path: Path) -> None:
    assert shares(create_warehouse(tmp_path, source(), users(), users(9e6, "rival", app="chatgpt"))) == []


def test_one_month_given_without_its_first_day_is_one_period(tmp_path: Path) -> None:
    month: dict[str, Any] = {"period_start": "", "period_end": "2025-03"}
    assert shares(
        create_warehouse(tmp_path, source(), market(**month), users(**month)), "share, period_end"
    ) == [(25.0, "2025-03")]


def test_a_published_percentage_is_the_share_with_its_population(tmp_path: Path) -> None:
    month = {"period_end": "2025-06"}
    adults = milestone("adults", 6, **PERCENT, **month, population="Adults")
    unstated = milestone("unstated", 9, **PERCENT, **month, app="chatgpt")
    everyone = milestone("everyone", 48, **PERCENT, **month, app="all-assistants")
    house = create_warehouse(tmp_path, source(), adults, unstated, everyone)
    columns = f"{SHARE}, value, total, population"
    assert sorted(shares(house, columns)) == [
        ("chatgpt", 9.0, None, None, 9.0, None, None),
        ("le-chat", 6.0, None, None, 6.0, None, "Adults"),
    ]


def test_copies_of_one_statement_are_counted_once(tmp_path: Path) -> None:
    copied: dict[str, Any] = {"rests_on": "one statement"}
    apps = [users(name=f"copy-{n}", **copied) for n in (1, 2)]
    markets = [market(name=f"market-{n}", **copied) for n in (1, 2)]
    house = create_warehouse(tmp_path, source(), *apps, *markets)
    assert shares(house, "app, share, claim_id") == [("le-chat", 25.0, "synthetic-copy-1")]


def test_two_counts_that_rest_on_nothing_common_both_stand(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, source(), market(), users(), users(6_000_000, "second"))
    assert shares(house, "share, claim_id") == [(50.0, "synthetic-second"), (25.0, "synthetic-users")]


def test_the_population_counted_twice_alike_makes_one_share_and_otherwise_two(tmp_path: Path) -> None:
    """Two papers that give one count of the population do not double the app's share."""
    alike = create_warehouse(tmp_path / "alike", source(), users(), market(), market(name="paper"))
    assert shares(alike, "share, claim_id") == [(25.0, "synthetic-users")]
    differ = create_warehouse(tmp_path / "differ", source(), users(), market(), market(15_000_000, "paper"))
    assert shares(differ, "share, total") == [(25.0, 12_000_000), (20.0, 15_000_000)]


def test_only_the_days_and_the_place_wanted_count(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, source(), market(), users())
    assert shares(house, scope="us") == []
    assert shares(house, since=date(2025, 4, 1)) == []
    assert len(shares(house, since=date(2025, 3, 31), until=date(2025, 3, 31))) == 1
