"""Summaries and duels of the frozen charts, the same in SQL and in plain counting."""

from datetime import date
from itertools import permutations
from statistics import median
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers import plain
from tests.helpers.tables import tuples

ALWAYS: dict[str, Any] = {"since": date(2023, 1, 1), "until": date(2026, 12, 31)}
CHARTS = [
    ("fr", "all"),
    ("us", "all"),
    ("de", "all"),
    ("fr", "productivity"),
    ("us", "productivity"),
    ("fr", "photo-video"),
]


@pytest.fixture(params=CHARTS, ids="-".join)
def chart(request: pytest.FixtureRequest) -> dict[str, Any]:
    country, category = request.param
    return {"country": country, "category": category, "chart": "top-free"} | ALWAYS


def standings(chart: dict[str, Any]) -> dict[str, plain.Standing]:
    places = plain.places(**chart)
    return {app: plain.standing(places, app) for app in plain.IDS}


def asked(chart: dict[str, Any]) -> dict[str, Any]:
    return chart | {"store": "app_store", "apps": list(plain.IDS)}


def test_days_at_the_top_and_runs(frozen: Warehouse, chart: dict[str, Any]) -> None:
    columns = "app, readings, days_ever_at_1, days_at_1, days_top_3, days_top_10, days_top_50, run_at_1"
    summary = tuples(questions.rank_summary(frozen, **asked(chart)), columns)
    assert sorted(summary) == sorted(_summary(app, one) for app, one in standings(chart).items())


def _summary(app: str, found: plain.Standing) -> tuple[Any, ...]:
    days = [plain.days(plain.daily(found), worst) for worst in (1, 3, 10, 50)]
    ever = len(plain.days(found, 1))
    return app, len(found), ever, *(len(one) for one in days), plain.longest_run(days[0])


def test_every_two_assistants_head_to_head(frozen: Warehouse, chart: dict[str, Any]) -> None:
    columns = "app, rival, days_told, days_ahead, days_behind, lead_changes, median_gap"
    duels = tuples(questions.head_to_head(frozen, **asked(chart)), columns)
    found = standings(chart)
    pairs = permutations(sorted(found), 2)
    assert duels == [(*pair, *_duel(*(found[app] for app in pair))) for pair in pairs]


def _duel(one: plain.Standing, other: plain.Standing) -> tuple[Any, ...]:
    one, other = plain.daily(one), plain.daily(other)
    leads, gaps = [lead for _, lead in plain.leads(one, other) if lead], plain.gaps(one, other)
    turns = sum(lead != before for lead, before in zip(leads[1:], leads, strict=False))
    return len(leads), leads.count(1), leads.count(-1), turns, median(gaps) if gaps else None
