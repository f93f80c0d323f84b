"""The answers that readers will quote, held against the frozen snapshots."""

from datetime import date, datetime
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.tables import tuples

FIVE = ["le-chat", "chatgpt", "gemini", "copilot", "deepseek"]
SIX = [*FIVE, "claude"]
FRANCE: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
PRODUCTIVITY = FRANCE | {"category": "productivity"}
ALWAYS: dict[str, Any] = {"since": date(2023, 1, 1), "until": date(2026, 12, 31)}


def on(day: date, last: date | None = None) -> dict[str, Any]:
    return {"since": day, "until": last or day}


def test_frances_productivity_reading_of_15_september_2026(frozen: Warehouse) -> None:
    answer = questions.rank_history(
        frozen, **PRODUCTIVITY, apps=SIX, each="readings", **on(date(2026, 9, 15))
    )
    reading = answer[answer["observed_at"] == datetime(2026, 9, 15, 15, 59, 1)]
    assert sorted(tuples(reading, "rank, app, state")) == [
        (1, "claude", "ranked"),
        (2, "chatgpt", "ranked"),
        (3, "gemini", "ranked"),
        (10, "copilot", "ranked"),
        (58, "deepseek", "ranked"),
        (60, "le-chat", "ranked"),
    ]


def test_germanys_productivity_chart_on_8_october_2026(frozen: Warehouse) -> None:
    chart = PRODUCTIVITY | {"country": "de"}
    answer = questions.rank_by_day(frozen, **chart, apps=["le-chat"], **on(date(2026, 10, 8)))
    assert tuples(answer, "state, rank") == [("ranked", 69)]


def test_frances_overall_chart_on_1_october_2025(frozen: Warehouse) -> None:
    answer = questions.rank_by_day(frozen, **FRANCE, apps=FIVE, **on(date(2025, 10, 1)))
    assert tuples(answer, "app, state, rank, depth") == [
        ("chatgpt", "ranked", 2, 50),
        ("copilot", "below", None, 50),
        ("deepseek", "below", None, 50),
        ("gemini", "ranked", 1, 50),
        ("le-chat", "below", None, 50),
    ]


def test_nobody_read_frances_overall_chart_in_november_2025(frozen: Warehouse) -> None:
    month = on(date(2025, 11, 1), date(2025, 11, 30))
    answer = questions.rank_by_day(frozen, **FRANCE, apps=FIVE, **month)
    assert len(answer) == 30 * len(FIVE)
    assert set(tuples(answer, "state, rank, depth, readings")) == {("not_observed", None, None, 0)}


def test_meta_ai_leaves_frances_photo_chart_while_readings_go_on(frozen: Warehouse) -> None:
    chart = FRANCE | {"category": "photo-video"}
    answer = questions.rank_summary(frozen, **chart, apps=["meta-ai"], **ALWAYS)
    assert tuples(answer, "last_ranked_at, latest_at, latest") == [
        (datetime(2026, 4, 8), datetime(2026, 8, 22), None)
    ]
    after = on(date(2026, 4, 9), date(2026, 8, 22))
    states = questions.rank_history(frozen, **chart, apps=["meta-ai"], each="readings", **after)["state"]
    assert set(states) == {"below"}


def test_there_are_exactly_four_core_figures(frozen: Warehouse) -> None:
    columns = "app, metric, value, qualifier, platform, scope, days_stated"
    assert tuples(questions.headline_figures(frozen), columns) == [
        ("le-chat", "downloads_cumulative", 1_000_000, "at_least", "all", "world", 14),
        ("chatgpt", "downloads_cumulative", 500_000, "about", "ios", "us", 6),
        ("chatgpt", "downloads_cumulative", 350_000_000, "at_least", "all", "world", None),
        ("deepseek", "downloads_in_period", 1_000_000, "at_least", "all", "world", None),
    ]


def test_chatgpts_half_million_carries_the_conflict_about_its_date(frozen: Warehouse) -> None:
    answer = questions.headline_figures(frozen)
    figure = answer[answer["claim_id"] == "chatgpt-500k-us-ios-begeek"]
    assert figure["conflict_en"].item() == "When ChatGPT reached 500,000 downloads in six days"
    assert "18 May 2023" in figure["reading_en"].item()
    assert "18 mai 2023" in figure["reading_fr"].item()


def test_every_core_figure_says_where_and_when_it_was_read(frozen: Warehouse) -> None:
    answer = questions.headline_figures(frozen)[["url", "publisher", "stated_by", "published_on"]]
    assert answer.notna().all(axis=None)


@pytest.mark.parametrize("app", FIVE)
def test_each_of_the_five_has_a_day_zero(frozen: Warehouse, app: str) -> None:
    answer = questions.launches(frozen, apps=[app])
    assert len(answer[answer["is_day_zero"]]) == 1
