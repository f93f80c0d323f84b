"""launch_events: what happened to each app, by days since its launch."""

from datetime import date
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import event, launch, source
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples
from tests.queries.launch_claims import day, launch_all

DAYS = "event_id, earliest_day, latest_day"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat from 6 February 2025, on the web ten days before; DeepSeek from 10 January."""
    return create_warehouse(
        tmp_path_factory.mktemp("events"),
        source(),
        launch_all("le-chat"),
        launch("web", day(-10), platform="web"),
        launch("deepseek", "2025-01-10", app="deepseek"),
        event("eve", day(-1)),
        event("launch", day(0)),
        event("month", "2025-02", country="world", kind="feature"),
        event("both", day(6), apps="le-chat;deepseek"),
        event("unlaunched", day(6), apps="gemini"),
    )


def happened(house: Warehouse, columns: str, *apps: str, **asked: Any) -> Rows:
    always = {"since": date(2023, 1, 1), "until": date(2026, 12, 31)}
    asked = {"apps": apps, "day0": "press", "country": "fr"} | always | asked
    return tuples(questions.launch_events(house, **asked), columns)


def test_events_stand_by_days_since_launch_and_a_month_means_any_of_its_days(house: Warehouse) -> None:
    assert happened(house, f"{DAYS}, happened_on", "le-chat") == [
        ("synthetic-month", -5, 22, "2025-02"),
        ("synthetic-launch", 0, 0, "2025-02-06"),
        ("synthetic-both", 6, 6, "2025-02-12"),
    ]


def test_another_day_zero_moves_them_and_shows_what_came_before_the_other(house: Warehouse) -> None:
    assert happened(house, DAYS, "le-chat", day0="web") == [
        ("synthetic-month", 5, 32),
        ("synthetic-eve", 9, 9),
        ("synthetic-launch", 10, 10),
        ("synthetic-both", 16, 16),
    ]


def test_an_event_of_two_apps_stands_with_each_on_its_own_days(house: Warehouse) -> None:
    rows = happened(house, f"app, {DAYS}", "deepseek", "le-chat")
    both = [row for row in rows if row[1] == "synthetic-both"]
    assert both == [("deepseek", "synthetic-both", 33, 33), ("le-chat", "synthetic-both", 6, 6)]


def test_an_app_without_a_launch_has_no_days_to_count(house: Warehouse) -> None:
    assert happened(house, DAYS, "gemini") == []


@pytest.mark.parametrize(
    ("since", "until", "names"),
    [
        (date(2025, 2, 12), date(2025, 2, 12), ["month", "both"]),
        (date(2025, 2, 28), date(2025, 3, 31), ["month"]),
        (date(2025, 3, 1), date(2025, 3, 31), []),
    ],
)
def test_an_event_is_shown_while_any_day_it_may_mean_is_wanted(
    house: Warehouse, since: date, until: date, names: list[str]
) -> None:
    shown = happened(house, "event_id", "le-chat", since=since, until=until)
    assert shown == [(f"synthetic-{name}",) for name in names]


def test_an_event_says_what_happened_where_and_who_told_it(house: Warehouse) -> None:
    columns = "country, kind, title_en, title_fr, note_en, publisher, url"
    read = ("Publisher of synthetic-source", "https://example.org/synthetic-source")
    what = ("world", "feature", "It happened", "C’est arrivé", "")
    assert happened(house, columns, "le-chat")[0] == (*what, *read)
