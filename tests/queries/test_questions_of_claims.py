"""milestone_claims, headline_figures, audience, reported_ranks and launches."""

from datetime import date
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import conflict, launch, milestone, reported_rank, source
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples

MARCH: dict[str, Any] = {"since": date(2025, 3, 1), "until": date(2025, 3, 31)}
CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
MAU = {"metric": "mau", "unit": "users", "scope": "fr"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Claims before, in, across and after March 2025, of several apps, metrics and scopes."""
    return create_warehouse(
        tmp_path_factory.mktemp("claims"),
        source(),
        conflict(),
        milestone("before", 1, period_end="2025-02-28"),
        milestone("across", 2, period_start="2025-02-01", period_end="2025-04", core=True),
        milestone("in", 3, period_end="2025-03", conflict_id="synthetic-conflict", population="Adults"),
        milestone("after", 4, period_end="2025-04-01"),
        milestone("open", 5),
        milestone("rival", 6, app="deepseek", period_end="2025-03", core=True),
        milestone("audience", 7, period_start="2025-03-01", period_end="2025-03-31", **MAU),
        milestone("audience-rival", 8, app="gemini", period_end="2025-03", **MAU),
        milestone("audience-market", 9, app="all-assistants", period_end="2025-03", **MAU),
        milestone("audience-weekly", 6, period_end="2025-03-09", **MAU | {"metric": "wau"}),
        milestone("audience-world", 10, period_end="2025-03", **MAU | {"scope": "world"}),
        milestone("audience-later", 11, period_end="2025-04", **MAU),
        reported_rank("day", 1, "2025-03-08", conflict_id="synthetic-conflict"),
        reported_rank("open", 2, "2025-03-09", first_day="", precision="upper_bound"),
        reported_rank("across", 3, "2025-04-30", first_day="2025-02-01", precision="month"),
        reported_rank("before", 4, "2025-02-28"),
        reported_rank("after", 5, "2025-04-01"),
        reported_rank("us", 6, "2025-03-08", country="us"),
        launch("announced", "2025-02-06"),
        launch("web", "2024-02-26", platform="web"),
        launch("reused", "2021-11", app="meta-ai", basis="reused_id"),
        launch("rival", "2025-01-10", app="deepseek", platform="android"),
    )


def claims(house: Warehouse, columns: str, **asked: Any) -> Rows:
    asked = {"apps": ["le-chat"], "metrics": ["downloads_cumulative"]} | MARCH | asked
    return tuples(questions.milestone_claims(house, **asked), columns)


def test_a_total_is_shown_in_the_days_that_it_may_be_of_and_no_undated_one_in_any(house: Warehouse) -> None:
    columns = "claim_id, value, period_start, period_end"
    assert claims(house, columns) == [("synthetic-in", 3, None, "2025-03")]
    april = {"since": date(2025, 4, 15), "until": date(2025, 4, 20)}
    assert claims(house, columns, **april) == [("synthetic-across", 2, "2025-02-01", "2025-04")]


def test_an_undated_claim_passes_no_choice_of_days(house: Warehouse) -> None:
    for days in ({}, {"since": date(2026, 10, 1), "until": date(2026, 10, 1)}, {"until": date(2030, 1, 1)}):
        assert ("synthetic-open",) not in claims(house, "claim_id", **days)


def test_a_claim_stands_with_its_conflict_and_who_was_asked(house: Warehouse) -> None:
    columns = "claim_id, conflict_en, conflict_fr, population, publisher"
    publisher = "Publisher of synthetic-source"
    rows = {row[0]: row for row in claims(house, columns, until=date(2025, 4, 30))}
    assert rows["synthetic-in"][1:] == ("They differ", "Ils divergent", "Adults", publisher)
    assert rows["synthetic-across"][1:] == (None, None, "", publisher)


def test_claims_of_several_metrics_stand_apart(house: Warehouse) -> None:
    asked = {"apps": ["gemini", "deepseek"], "metrics": ["mau", "downloads_cumulative"]}
    assert claims(house, "app, metric, value", **asked) == [
        ("deepseek", "downloads_cumulative", 6),
        ("gemini", "mau", 8),
    ]


def test_the_core_figures_are_the_rows_marked_so_le_chat_first(house: Warehouse) -> None:
    columns = "app, value, qualifier, claim_id"
    assert tuples(questions.headline_figures(house), columns) == [
        ("le-chat", 2, "at_least", "synthetic-across"),
        ("deepseek", 6, "at_least", "synthetic-rival"),
    ]


def test_the_audience_is_of_one_measure_and_comes_with_the_markets_total(house: Warehouse) -> None:
    answer = questions.audience(house, apps=["le-chat"], metric="mau", scope="fr", **MARCH)
    assert tuples(answer, "app, metric, value, first_day, last_day, period_end") == [
        ("le-chat", "mau", 7, date(2025, 3, 1), date(2025, 3, 31), "2025-03-31"),
        ("all-assistants", "mau", 9, date(2025, 3, 1), date(2025, 3, 31), "2025-03"),
    ]


def test_the_audience_of_the_world_is_not_that_of_a_country(house: Warehouse) -> None:
    answer = questions.audience(house, apps=["le-chat", "gemini"], metric="mau", scope="world", **MARCH)
    assert tuples(answer, "app, value") == [("le-chat", 10)]


def test_a_reported_place_is_shown_on_any_day_it_may_mean(house: Warehouse) -> None:
    answer = questions.reported_ranks(house, **CHART, apps=["le-chat"], **MARCH)
    columns = "claim_id, rank, first_day, last_day, precision"
    assert tuples(answer, columns) == [
        ("synthetic-day", 1, date(2025, 3, 8), date(2025, 3, 8), "day"),
        ("synthetic-open", 2, None, date(2025, 3, 9), "upper_bound"),
        ("synthetic-across", 3, date(2025, 2, 1), date(2025, 4, 30), "month"),
    ]


def test_a_reported_place_says_who_disagrees(house: Warehouse) -> None:
    answer = questions.reported_ranks(house, **CHART, apps=["le-chat"], **MARCH)
    columns = "conflict_fr, stated_by, published_on"
    assert tuples(answer, columns)[0] == ("Ils divergent", "Synthetic Paper", "2025-03")


def test_launches_stand_in_order_and_day_zero_is_marked(house: Warehouse) -> None:
    answer = questions.launches(house, apps=["le-chat", "meta-ai", "deepseek"])
    columns = "launch_id, platform, launched_on, first_day, basis, is_day_zero"
    assert tuples(answer, columns) == [
        ("synthetic-reused", "ios", "2021-11", date(2021, 11, 1), "reused_id", False),
        ("synthetic-web", "web", "2024-02-26", date(2024, 2, 26), "announced", False),
        ("synthetic-rival", "android", "2025-01-10", date(2025, 1, 10), "announced", True),
        ("synthetic-announced", "ios", "2025-02-06", date(2025, 2, 6), "announced", True),
    ]
