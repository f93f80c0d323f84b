"""doubling_times: how long a count took to double, where one series has three counts or more."""

from math import log
from typing import Any

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import source
from tests.helpers.datasets import DatasetRow, create_warehouse
from tests.helpers.tables import Rows, tuples
from tests.queries.launch_claims import ZERO, milestone_by

TIMES = "counts, first_value, last_value, least, most"
FIRST, MIDDLE, LAST = 0, 10, 20


def three(app: str, *values: float, **last: Any) -> list[DatasetRow]:
    """Exact weekly users on days 0, 10 and 20, the last one with `last` cells."""
    cells = {"app": app, "metric": "wau", "unit": "users"}
    days = (FIRST, MIDDLE, LAST)[: len(values)]
    marks: list[dict[str, Any]] = [*({} for _ in values[1:]), last]
    told_on = zip(values, days, marks, strict=True)
    return [row for v, on, mark in told_on for row in milestone_by(f"{app}-{on}", v, on, **cells, **mark)]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One series an app: 100, 200, 400 on days 0, 10, 20, or what differs from it."""
    users = {"app": "copilot", "metric": "wau", "unit": "users"}
    return create_warehouse(
        tmp_path_factory.mktemp("doubling"),
        source(),
        source("other"),
        three("le-chat", 100, 200, 400),
        three("chatgpt", 100, 200),
        three("gemini", 100, 200, 400, qualifier="at_least"),
        three("claude", 100, 200, 400, source_id="other"),
        three("deepseek", 400, 200, 100),
        three("grok", 100, 200, 400, qualifier="about"),
        three("kimi", 100, 200, 400, scope="fr"),
        milestone_by("month-first", 100, 0, **users, period_end="2025-02"),
        milestone_by("month-middle", 200, 0, **users, period_end="2025-03"),
        milestone_by("month-last", 400, 0, **users, period_end="2025-04"),
    )


def doubled(house: Warehouse, app: str, columns: str = TIMES, metric: str = "wau") -> Rows:
    return tuples(questions.doubling_times(house, apps=[app], metrics=[metric]), columns)


def test_three_counts_tell_how_long_one_doubling_took(house: Warehouse) -> None:
    assert doubled(house, "le-chat") == [(3, 100, 400, pytest.approx(10), pytest.approx(10))]


def test_two_counts_are_not_enough(house: Warehouse) -> None:
    assert doubled(house, "chatgpt") == [(2, 100, 200, None, None)]


def test_a_count_that_may_have_been_greater_gives_a_greatest_time_alone(house: Warehouse) -> None:
    """The more there were in the end, the quicker they doubled: a floor has no upper end."""
    assert doubled(house, "gemini") == [(3, 100, 400, None, pytest.approx(10))]


def test_a_rounded_count_gives_a_least_and_a_greatest_time(house: Warehouse) -> None:
    least, most = 20 * log(2) / log(4.5), 20 * log(2) / log(3.5)
    assert doubled(house, "grok") == [(3, 100, 400, pytest.approx(least), pytest.approx(most))]


def test_a_month_may_mean_any_of_its_days(house: Warehouse) -> None:
    """28 February to 1 April at least, 1 February to 30 April at most: 32 to 88 days for two doublings."""
    [(counts, _, _, least, most)] = doubled(house, "copilot")
    assert (counts, least, most) == (3, pytest.approx(16), pytest.approx(44))


@pytest.mark.parametrize("app", ["claude", "kimi"])
def test_counts_of_another_source_or_place_are_another_series(house: Warehouse, app: str) -> None:
    assert doubled(house, app) == [(2, 100, 200, None, None), (1, 400, 400, None, None)]


def test_a_count_that_falls_never_doubles(house: Warehouse) -> None:
    assert doubled(house, "deepseek") == [(3, 400, 100, None, None)]


def test_only_the_metrics_asked_are_counted(house: Warehouse) -> None:
    assert doubled(house, "le-chat", metric="mau") == []


def test_a_series_says_over_which_days_who_counted_and_where(house: Warehouse) -> None:
    columns = "metric, platform, scope, first_day, kind, stated_by, publisher, url"
    read = ("Publisher of synthetic-source", "https://example.org/synthetic-source")
    said = ("wau", "all", "world", ZERO, "reported", "Synthetic Company")
    assert doubled(house, "le-chat", columns) == [(*said, *read)]


def test_the_longest_series_stands_first(house: Warehouse) -> None:
    answer = questions.doubling_times(house, apps=["chatgpt", "le-chat"], metrics=["wau"])
    assert tuples(answer, "app, counts") == [("le-chat", 3), ("chatgpt", 2)]
