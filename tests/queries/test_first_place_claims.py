"""first_place_claims: who is said to have been first, held against the readings of those days."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import conflict, reported_rank, source
from tests.helpers.datasets import CHATGPT, LE_CHAT, create_warehouse
from tests.helpers.datasets import reading as read
from tests.helpers.tables import Rows, tuples

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
ALWAYS: dict[str, Any] = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}
FEBRUARY = {"first_day": "2025-02-01", "precision": "month"}
BY = {"first_day": "", "precision": "upper_bound"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Read on 8 February (Le Chat first once of twice), 9 February and 2 March (ChatGPT first)."""
    return create_warehouse(
        tmp_path_factory.mktemp("first"),
        source(),
        read("2025-02-08T08:00:00", {1: LE_CHAT, 2: CHATGPT}),
        read("2025-02-08T20:00:00", {1: CHATGPT, 2: LE_CHAT}),
        read("2025-02-09T08:00:00", {1: CHATGPT, 3: LE_CHAT}),
        read("2025-03-02T08:00:00", {1: CHATGPT}),
        read("2025-02-10T08:00:00", {1: LE_CHAT}, country="us"),
        read("2025-02-10T08:00:00", {1: LE_CHAT}, category="productivity"),
        reported_rank("right", 1, "2025-02-08"),
        reported_rank("wrong", 1, "2025-02-09"),
        reported_rank("alone", 1, "2025-02-10"),
        reported_rank("month", 1, "2025-02-28", **FEBRUARY),
        reported_rank("by", 1, "2025-03-05", **BY),
        reported_rank("early", 1, "2025-02-07", **BY),
        reported_rank("second", 2, "2025-02-08"),
        reported_rank("rival", 1, "2025-03-02", app="chatgpt"),
        reported_rank("absent", 1, "2025-03-02", app="gemini"),
        reported_rank("us", 1, "2025-02-10", country="us"),
        reported_rank("other", 1, "2025-02-10", category="productivity"),
    )


def claims(house: Warehouse, columns: str, **asked: Any) -> Rows:
    return tuples(
        questions.first_place_claims(house, **CHART | ALWAYS | {"apps": ["le-chat"]} | asked), columns
    )


def test_readings_confirm_do_not_see_or_were_never_made(house: Warehouse) -> None:
    """A month and a last day alone mean every day that they may; place 2 is no claim of place 1."""
    assert claims(house, "claim_id, verdict, days_observed, days_at_1") == [
        ("synthetic-early", "unread", 0, 0),
        ("synthetic-right", "confirmed", 1, 1),
        ("synthetic-wrong", "not_seen", 1, 0),
        ("synthetic-alone", "unread", 0, 0),
        ("synthetic-month", "confirmed", 2, 1),
        ("synthetic-by", "confirmed", 3, 1),
    ]


def test_an_app_below_the_cut_off_was_read_and_not_seen_first(house: Warehouse) -> None:
    assert claims(house, "verdict, days_observed", apps=["gemini"]) == [("not_seen", 1)]


def test_a_claim_stands_with_the_days_that_it_may_mean_and_its_source(house: Warehouse) -> None:
    columns = "first_day, last_day, precision, stated_by, publisher, url"
    publisher = ("Synthetic Paper", "Publisher of synthetic-source", "https://example.org/synthetic-source")
    month = {"since": date(2025, 2, 20), "until": date(2025, 2, 28)}
    assert claims(house, columns, **month) == [
        (date(2025, 2, 1), date(2025, 2, 28), "month", *publisher),
    ]


def test_a_claim_is_shown_while_its_days_touch_the_days_wanted(house: Warehouse) -> None:
    eve = {"since": date(2025, 1, 1), "until": date(2025, 2, 7)}
    assert claims(house, "claim_id", **eve) == [("synthetic-early",), ("synthetic-month",)]
    after = {"since": date(2025, 2, 10), "until": date(2025, 2, 27)}
    assert claims(house, "claim_id", **after) == [("synthetic-alone",), ("synthetic-month",)]


def test_a_verdict_rests_on_all_the_days_of_the_claim_whatever_the_days_wanted(house: Warehouse) -> None:
    """The one reading with Le Chat first is of 8 February, before the days wanted."""
    late = {"since": date(2025, 2, 20), "until": date(2025, 2, 28)}
    assert claims(house, "verdict, days_observed", **late) == [("confirmed", 2)]


def test_a_day_that_is_only_known_to_have_come_by_another_is_shown_on_that_other(house: Warehouse) -> None:
    march = {"since": date(2025, 3, 3), "until": date(2025, 3, 5)}
    assert claims(house, "claim_id, first_day, last_day", **march) == [
        ("synthetic-by", None, date(2025, 3, 5))
    ]
    assert claims(house, "claim_id", since=date(2025, 3, 3), until=date(2025, 3, 4)) == []


@pytest.mark.parametrize("chart", [{"country": "us"}, {"category": "productivity"}])
def test_only_readings_of_the_same_chart_confirm_a_claim(house: Warehouse, chart: dict[str, str]) -> None:
    """What France does not confirm on 10 February, the chart that was read does."""
    assert claims(house, "verdict, days_observed", **chart) == [("confirmed", 1)]


def test_claims_of_several_apps_stand_in_the_order_of_their_days(house: Warehouse) -> None:
    answer = claims(house, "app, last_day", apps=["chatgpt", "gemini", "le-chat"])
    assert answer[-3:] == [
        ("chatgpt", date(2025, 3, 2)),
        ("gemini", date(2025, 3, 2)),
        ("le-chat", date(2025, 3, 5)),
    ]


def test_a_report_without_a_first_day_is_left_open_by_snapshots_that_have_another_first(
    tmp_path: Path,
) -> None:
    other = read("2025-02-08T08:00:00", {1: CHATGPT, 3: LE_CHAT})
    house = create_warehouse(tmp_path, source(), other, reported_rank("by", 1, "2025-03-05", **BY))
    assert claims(house, "verdict, days_observed, days_at_1") == [("open", 1, 0)]
    after = {"since": date(2025, 2, 9), "until": date(2025, 12, 31)}
    assert claims(house, "verdict, days_observed", **after) == [("unread", 0)]


def test_copies_of_one_statement_count_once_and_the_best_evidence_speaks(tmp_path: Path) -> None:
    tiers = {"a": "unnamed", "b": "quoted", "c": "press"}
    sources = [row for name, tier in tiers.items() for row in source(name, tier=tier)]
    copies = [
        row
        for name in tiers
        for row in reported_rank(name, 1, "2025-02-08", source_id=name, rests_on="Paper, 2025-02")
    ]
    house = create_warehouse(tmp_path, source(), sources, copies, reported_rank("own", 1, "2025-02-08"))
    assert claims(house, "claim_id, copies, speaks") == [
        ("synthetic-a", 3, False),
        ("synthetic-b", 3, True),
        ("synthetic-c", 3, False),
        ("synthetic-own", 1, True),
    ]


def test_reports_of_one_event_are_one_entry_with_the_range_of_their_days(tmp_path: Path) -> None:
    """Within a week of each other, or named by one disagreement; a month later is another event."""
    house = create_warehouse(
        tmp_path,
        source(),
        conflict(),
        reported_rank("first", 1, "2025-02-01", conflict_id="synthetic-conflict"),
        reported_rank("same", 1, "2025-02-20", conflict_id="synthetic-conflict"),
        reported_rank("near", 1, "2025-02-25"),
        reported_rank("far", 1, "2025-04-01"),
        reported_rank("rival", 1, "2025-02-25", app="chatgpt"),
    )
    answer = claims(house, "claim_id, entry_first, entry_last", apps=["le-chat", "chatgpt"])
    february = (date(2025, 2, 1), date(2025, 2, 25))
    assert {name.removeprefix("synthetic-"): days for name, *days in answer} == {
        "first": [*february],
        "same": [*february],
        "near": [*february],
        "rival": [date(2025, 2, 25)] * 2,
        "far": [date(2025, 4, 1)] * 2,
    }
