"""latest_listings: what the store says of each assistant, or that it does not list it."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import (
    CHATGPT,
    COPILOT,
    COPILOT_SECOND,
    GEMINI,
    LE_CHAT,
    STRANGER,
    create_warehouse,
    listing,
    unlisted,
)
from tests.helpers.tables import Rows, tuples

OLD, NEW, LATER = "2026-10-01T06:00:00", "2026-10-02T06:00:00", "2026-10-20T06:00:00"
ASKED: dict[str, Any] = {
    "country": "fr",
    "store": "app_store",
    "since": date(2026, 10, 1),
    "until": date(2026, 10, 9),
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return create_warehouse(
        tmp_path_factory.mktemp("listings"),
        listing(OLD, LE_CHAT, version="1.0"),
        listing(NEW, LE_CHAT, version="1.1", rating_count=12, rating_average=4.8, size_bytes=123_400_000),
        listing(LATER, LE_CHAT, version="1.2"),
        listing(NEW, LE_CHAT, country="us", version="9.9"),
        listing(OLD, GEMINI),
        unlisted(NEW, GEMINI),
        listing(NEW, CHATGPT, rating_count=0, rating_average=0, price=None, languages=None),
        unlisted(NEW, COPILOT),
        listing(NEW, COPILOT_SECOND),
        listing(NEW, STRANGER),
    )


def now(house: Warehouse, app: str, columns: str, **asked: Any) -> Rows:
    return tuples(questions.latest_listings(house, **ASKED | {"apps": [app]} | asked), columns)


def test_the_newest_reading_of_the_days_wanted_is_shown(house: Warehouse) -> None:
    columns = "state, app_name, rating_count, rating_average, version, size, observed_at, collection"
    assert now(house, "le-chat", columns) == [
        ("listed", f"name of {LE_CHAT}", 12, 4.8, "1.1", 123.4, datetime(2026, 10, 2, 6), "apple-lookup")
    ]


def test_price_release_and_languages_are_those_of_the_page(house: Warehouse) -> None:
    columns = "released_at, price, currency, languages"
    assert now(house, "le-chat", columns) == [(datetime(2025, 2, 20, 8), 0, "EUR", "EN,FR")]


def test_another_countrys_page_is_another(house: Warehouse) -> None:
    assert now(house, "le-chat", "version", country="us") == [("9.9",)]
    assert now(house, "le-chat", "version", country="de") == []


def test_a_page_that_was_there_and_is_no_more_is_unlisted(house: Warehouse) -> None:
    columns = "state, version, rating_count, size, observed_at"
    assert now(house, "gemini", columns) == [("unlisted", None, None, None, datetime(2026, 10, 2, 6))]


def test_what_the_store_leaves_out_stays_unknown_and_nobody_has_no_average(house: Warehouse) -> None:
    columns = "state, rating_count, rating_average, price, languages"
    assert now(house, "chatgpt", columns) == [("listed", 0, None, None, None)]


def test_an_id_that_is_not_in_the_store_says_nothing_where_another_of_the_app_is(house: Warehouse) -> None:
    assert now(house, "copilot", "app_id, state") == [(COPILOT_SECOND, "listed")]


def test_an_app_with_no_id_in_the_store_is_said_once_to_be_unlisted(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, unlisted(NEW, COPILOT), unlisted(NEW, COPILOT_SECOND))
    assert now(house, "copilot", "state") == [("unlisted",)]


def test_both_ids_of_an_app_are_shown_where_both_are_in_the_store(tmp_path: Path) -> None:
    house = create_warehouse(tmp_path, listing(NEW, COPILOT), listing(NEW, COPILOT_SECOND))
    assert now(house, "copilot", "app_id, state") == [(COPILOT_SECOND, "listed"), (COPILOT, "listed")]
