"""What readers will quote of places and rivals, each number counted again by tests/helpers/plain.py."""

import csv
from datetime import date, datetime
from statistics import median
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers import plain
from tests.helpers.datasets import DATA
from tests.helpers.tables import Rows, tuples

TOP_FREE: dict[str, Any] = {"store": "app_store", "chart": "top-free"}
ALWAYS: dict[str, Any] = {"since": date(2023, 1, 1), "until": date(2026, 12, 31)}
SUMMER: dict[str, Any] = {"since": date(2026, 4, 1), "until": date(2026, 8, 31)}
MARCH: dict[str, Any] = {"since": date(2026, 3, 1), "until": date(2026, 4, 1)}


def summed(house: Warehouse, app: str, columns: str, **chart: Any) -> Rows:
    return tuples(questions.rank_summary(house, **TOP_FREE, **chart, apps=[app]), columns)


@pytest.mark.parametrize(("app", "top_50"), [("le-chat", 5), ("gemini", 19)])
def test_days_in_the_first_fifty_of_frances_productivity_chart(
    frozen: Warehouse, app: str, top_50: int
) -> None:
    chart: dict[str, Any] = {"country": "fr", "category": "productivity"} | ALWAYS
    found = plain.standing(plain.places(**chart), app)
    assert len(plain.days(found, 50)) == top_50
    assert len({at.date() for at, _ in found}) == 19
    columns = "days_top_50, days_told_50, days_observed, readings"
    assert summed(frozen, app, columns, **chart) == [(top_50, 19, 19, len(found))]


def test_chatgpt_stood_above_claude_on_every_day_of_the_american_summer(frozen: Warehouse) -> None:
    chart: dict[str, Any] = {"country": "us", "category": "all"} | SUMMER
    places = plain.places(**chart)
    chatgpt, claude = (plain.standing(places, app) for app in ("chatgpt", "claude"))
    days = plain.daily(chatgpt), plain.daily(claude)
    assert [lead for _, lead in plain.leads(*days)] == [1] * 120
    assert (len(chatgpt), median(plain.gaps(*days))) == (871, 3)
    answer = questions.head_to_head(frozen, **TOP_FREE, **chart, apps=["claude", "chatgpt"])
    columns = "app, readings, days_told, days_between, days_ahead, days_behind, median_gap, lead_changes"
    assert tuples(answer, columns) == [
        ("chatgpt", 871, 120, 10, 120, 0, 3.0, 0),
        ("claude", 871, 120, 10, 0, 120, -3.0, 0),
    ]


def test_who_climbed_most_in_frances_photo_chart_in_march_2026(frozen: Warehouse) -> None:
    chart: dict[str, Any] = {"country": "fr", "category": "photo-video"} | MARCH
    readings = questions.complete_readings(frozen, **TOP_FREE, **chart)["observed_at"]
    first, last = readings.iloc[0].to_pydatetime(), readings.iloc[-1].to_pydatetime()
    assert (first, last) == (datetime(2026, 3, 1), datetime(2026, 4, 1))
    old, new = (plain.listed(plain.places(**chart), at) for at in (first, last))
    climbed = {app: old[app] - new[app] for app in old.keys() & new.keys()}
    best = max(climbed, key=lambda app: climbed[app])
    assert (old[best], new[best], climbed[best]) == (92, 40, 52)
    assert sorted(climbed.values())[-2] < 52
    moves = {"country": "fr", "category": "photo-video", "before_at": first, "after_at": last}
    answer = questions.movers(frozen, **TOP_FREE, **moves)
    assert tuples(answer, "app_id, app_name, rank_before, rank_after, climbed, move")[0] == (
        best,
        "Chatlulu: Vidéo & Photo IA",
        92,
        40,
        52,
        "climbed",
    )
    both = answer[answer["climbed"].notna()]
    assert dict(tuples(both, "app_id, climbed")) == climbed
    assert set(answer[answer["move"] == "new"]["app_id"]) == new.keys() - old.keys()
    assert set(answer[answer["move"] == "left"]["app_id"]) == old.keys() - new.keys()


def test_deepseek_was_below_the_cut_off_in_every_reading_of_frances_overall_chart(
    frozen: Warehouse,
) -> None:
    chart: dict[str, Any] = {"country": "fr", "category": "all"} | ALWAYS
    places = plain.places(**chart)
    assert list(plain.standing(places, "deepseek").values()) == [None] * 12
    assert sorted(set(places["depth"])) == [25, 50]
    asked = TOP_FREE | chart | {"apps": ["deepseek"], "each": "readings"}
    answer = questions.rank_history(frozen, **asked)
    assert tuples(answer, "state, rank") == [("below", None)] * 12
    assert sorted(set(answer["depth"])) == [25, 50]


def test_deepseek_stood_between_36_and_63_in_frances_productivity_chart(frozen: Warehouse) -> None:
    chart: dict[str, Any] = {"country": "fr", "category": "productivity"} | ALWAYS
    found = plain.standing(plain.places(**chart), "deepseek")
    ranks = [rank for rank in found.values() if rank is not None]
    assert (len(found), len(ranks), min(ranks), max(ranks)) == (23, 23, 36, 63)
    asked = TOP_FREE | chart | {"apps": ["deepseek"], "each": "readings"}
    answer = questions.rank_history(frozen, **asked)
    assert tuples(answer, "observed_at, collection, rank") == [(*key, rank) for key, rank in found.items()]
    first, last = ranks[0], ranks[-1]
    columns = "best, best_at, first, latest, latest_depth"
    assert (first, last) == (58, 44)
    best_at = datetime(2026, 9, 27, 11, 10, 56)
    assert summed(frozen, "deepseek", columns, **chart) == [(36, best_at, 58, 44, 98)]


def test_nobody_reports_a_place_of_deepseek_in_france(frozen: Warehouse) -> None:
    with (DATA / "claims" / "reported_ranks.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["app"] == "deepseek"]
    assert {"fr"} & {row["country"] for row in rows} == set()
    for country, category in (("fr", "all"), ("fr", "productivity"), ("us", "all")):
        chart = TOP_FREE | {"country": country, "category": category}
        answer = questions.reported_ranks(frozen, **chart, **ALWAYS, apps=["deepseek"])
        expected = sorted(row["claim_id"] for row in rows if _of(row, chart))
        assert sorted(answer["claim_id"]) == expected
        assert bool(expected) is (country == "us")  # so that the column is read as it is written


def _of(row: dict[str, str], chart: dict[str, Any]) -> bool:
    return all(row[name] == wanted for name, wanted in chart.items())
