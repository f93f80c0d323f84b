"""What readers will quote of the launches, each day counted again from data/claims/milestones.csv."""

import csv
from datetime import date
from functools import cache
from typing import Any

import pytest

from dashboard.domain.catalog import Catalog
from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import DATA
from tests.helpers.tables import Rows, tuples

WORLD: dict[str, Any] = {"day0": "press", "country": "fr", "platform": "all", "scope": "world"}
MILLION = 1_000_000
ZERO = {
    "le-chat": date(2025, 2, 6),
    "chatgpt": date(2023, 5, 18),
    "gemini": date(2024, 2, 8),
    "copilot": date(2023, 12, 20),
    "deepseek": date(2025, 1, 10),
}


@cache
def claims() -> dict[str, dict[str, str]]:
    """The rows of the file by their ids."""
    with (DATA / "claims" / "milestones.csv").open(encoding="utf-8", newline="") as stream:
        return {row["claim_id"]: row for row in csv.DictReader(stream)}


def ends(claim_id: str) -> int:
    """Day since the press's launch on which the claim's period ends."""
    row = claims()[claim_id]
    return (date.fromisoformat(row["period_end"]) - ZERO[row["app"]]).days


def reached(house: Warehouse, app: str, goal: int, platform: str = "all", scope: str = "world") -> Rows:
    """after_day, by_day and sure_day of a number in the race of a platform and a place."""
    asked = WORLD | {"apps": [app], "goals": [goal], "platform": platform, "scope": scope}
    answer = questions.time_to_goal(house, **asked)
    return tuples(answer[answer["race"] == "same"], "after_day, by_day, sure_day")


def test_le_chat_had_a_million_by_day_14_and_no_source_says_when_it_had_not(frozen: Warehouse) -> None:
    claim = claims()["le-chat-1m-world-begeek"]
    assert (claim["qualifier"], claim["days_stated"]) == ("at_least", "14")
    assert reached(frozen, "le-chat", MILLION) == [(None, 14, 14)]


def test_the_million_of_le_chat_is_one_floor_that_eight_claims_copy(frozen: Warehouse) -> None:
    answer = questions.milestone_bounds(frozen, apps=["le-chat"], **WORLD)
    columns = "platform, scope, value, bound, earliest_day, latest_day, day_zero"
    floor = ("all", "world", MILLION, "floor", 13, 14, ZERO["le-chat"])
    assert tuples(answer[answer["core"]], columns) == [floor]
    assert (
        tuples(answer[answer["value"] == MILLION], "rests_on")
        == [("Mistral AI, Le Parisien, TechCrunch, 2025-02-19",)] * 8
    )
    world = questions.time_to_goal(frozen, apps=["le-chat"], goals=[MILLION], **WORLD).query("race == 'same'")
    assert tuples(world, "stated_by, kind, claims, primaries") == [("Mistral AI", "reported", 9, 2)]


def test_chatgpts_half_million_took_five_days_at_the_quickest_word_and_seven_for_sure(
    frozen: Warehouse,
) -> None:
    quickest, weakest = "chatgpt-500k-us-ios-ilportaledelnerd", "chatgpt-500k-us-ios-tech-generation"
    assert [claims()[name]["days_stated"] for name in (quickest, weakest)] == ["5", "7"]
    assert reached(frozen, "chatgpt", 500_000, "ios", "us") == [(None, 5, 7)]


def test_deepseek_had_a_million_by_day_14_at_appfigures_word(frozen: Warehouse) -> None:
    assert ends("deepseek-1m-world-techcrunch-cgshares") == 14  # about a million: 950,000 or more
    assert ends("deepseek-2-6m-world-techcrunch-cgshares") == 17
    assert reached(frozen, "deepseek", MILLION) == [(None, 14, 17)]
    answer = questions.time_to_goal(frozen, apps=["deepseek"], goals=[MILLION], **WORLD)
    assert tuples(answer[answer["race"] == "same"], "stated_by, kind") == [("Appfigures", "estimated")]


def test_the_presss_own_million_of_deepseek_is_dated_a_week_later(frozen: Warehouse) -> None:
    assert ends("deepseek-1m-world-begeek") == 21
    answer = questions.milestone_bounds(frozen, apps=["deepseek"], **WORLD)
    assert tuples(answer[answer["core"]], "value, bound, latest_day") == [(MILLION, "floor", 21)]


def test_copilots_first_count_is_already_above_a_million(frozen: Warehouse) -> None:
    assert ends("copilot-2-1m-world-ybx") == 16
    assert reached(frozen, "copilot", MILLION) == [(None, 16, 16)]


def test_geminis_first_counts_come_late_and_its_iphone_app_counts_from_its_own_launch(
    frozen: Warehouse,
) -> None:
    assert ends("gemini-64m-world-android-appfigures") == ends("gemini-4-5m-world-ios-appfigures") == 309
    assert reached(frozen, "gemini", MILLION) == [(None, 309, 309)]
    assert (date(2024, 12, 13) - date(2024, 11, 13)).days == 30
    assert reached(frozen, "gemini", MILLION, "ios") == [(None, 30, 30)]


def test_on_day_14_chatgpt_and_deepseek_cannot_be_told_apart_by_the_edge_of_a_rounding(
    frozen: Warehouse,
) -> None:
    assert claims()["chatgpt-1-6m-world-ios-appfigures"]["days_stated"] == "11"
    answer = questions.launch_race(frozen, apps=["chatgpt", "deepseek"], day=14, **WORLD)
    columns = "app, verdict, reason, floor, ceiling, nearest_day"
    assert tuples(answer, columns) == [
        ("chatgpt", "untold", "edge", 1_550_000, 9_500_000, None),
        ("deepseek", "untold", "edge", 950_000, 1_500_000, None),
    ]


def test_on_day_17_deepseeks_sources_contradict_each_other(frozen: Warehouse) -> None:
    """Appfigures has about 2.6 million, Sensor Tower at least 3 million."""
    assert ends("deepseek-3m-world-solutions-numeriques") == 17
    answer = questions.envelopes(frozen, apps=["deepseek"], **WORLD)
    columns = "day, floor, ceiling, floor_by, ceiling_by"
    assert tuples(answer[answer["disputed"]], columns) == [
        (17, 3_000_000, 2_650_000, "Sensor Tower", "Appfigures")
    ]
    race = questions.launch_race(frozen, apps=["deepseek", "le-chat"], day=17, **WORLD)
    assert tuples(race, "verdict, reason") == [("untold", "disputed")] * 2


def test_counted_from_the_web_le_chats_million_took_360_days(frozen: Warehouse) -> None:
    zeros = questions.day_zero_choices(frozen, apps=["le-chat"], country="fr")
    assert tuples(zeros, "day0, first_day, moves_least") == [
        ("press", ZERO["le-chat"], 0),
        ("web", date(2024, 2, 26), 346),
        ("ios", ZERO["le-chat"], 0),
        ("android", ZERO["le-chat"], 0),
        ("country", date(2025, 2, 5), 1),
    ]
    web = questions.time_to_goal(frozen, apps=["le-chat"], goals=[MILLION], **WORLD | {"day0": "web"})
    assert tuples(web[web["race"] == "same"], "by_day, sure_day") == [(14 + 346, 14 + 346)]


def test_only_chatgpts_weekly_users_were_counted_often_enough_to_tell_a_doubling(
    frozen: Warehouse, catalog: Catalog
) -> None:
    apps = [app.id for app in catalog.apps]
    users = questions.doubling_times(frozen, apps=apps, metrics=["wau"])
    enough = users[users["counts"] >= 3]
    assert tuples(enough, "app, stated_by, first_value, last_value") == [
        ("chatgpt", "OpenAI", 500_000_000, 800_000_000)
    ]
    # From 450-550 to 750-850 million users in the 189 days to 6 October 2025.
    assert enough["least"].item() == pytest.approx(206, abs=0.5)
    assert enough["most"].item() == pytest.approx(422.4, abs=0.5)
    downloads = questions.doubling_times(frozen, apps=apps, metrics=["downloads_cumulative"])
    assert max(downloads["counts"]) == 2


def test_no_count_since_launch_is_left_out(frozen: Warehouse, catalog: Catalog) -> None:
    apps = [app.id for app in catalog.apps]
    shown = set(questions.milestone_bounds(frozen, apps=apps, **WORLD)["claim_id"])
    dated = {
        name
        for name, row in claims().items()
        if row["metric"] == "downloads_cumulative" and (row["period_end"] or row["days_stated"])
    }
    assert dated - shown == set()
