"""A reading is held against the one before it before it becomes visible."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.collect.checks.plausibility import check_reading
from dashboard.collect.http.exchange import RejectedError
from dashboard.collect.sources.parsing import ChartReading
from dashboard.collect.state import Previous
from tests.collect.collecting import PRODUCTIVITY, Collecting
from tests.helpers.datasets import reading, store_rows
from tests.store import faults
from tests.store.fault import Fault
from tests.store.readings import places

NOW = datetime(2026, 11, 20, 12)
APPS = [str(number) for number in range(100)]


def list_of(apps: list[str], at: datetime = NOW) -> ChartReading:
    return ChartReading(at, tuple((app, f"name of {app}") for app in apps))


def before(hours: float, apps: list[str] = APPS) -> Previous:
    return Previous(NOW - timedelta(hours=hours), tuple(apps))


def verdict(new: ChartReading, old: Previous | None, shrunk: dict[date, int] | None = None) -> str:
    try:
        check_reading(new, old, shrunk or {}, NOW)
    except RejectedError as refusal:
        return refusal.reason
    return "kept"


@pytest.mark.parametrize(
    ("old", "apps", "expected"),
    [
        (None, APPS, "kept"),
        (None, APPS[:19], "shrunk"),
        (None, APPS[:20], "kept"),
        (before(24), APPS[::-1], "kept"),
        (before(24), APPS, "stale"),
        (before(11), APPS, "kept"),
        (before(24, APPS[:19]), APPS[:19], "kept"),
        (before(24), APPS[:89], "shrunk"),
        (before(24), APPS[1:91], "kept"),
        (before(24), [*APPS[:29], *(f"other {n}" for n in range(71))], "strange"),
        (before(24), [*APPS[:30], *(f"other {n}" for n in range(70))], "kept"),
        (before(73), [f"other {n}" for n in range(100)], "kept"),
        (before(0), APPS, "kept"),
        (before(-1), APPS, "older"),
    ],
)
def test_a_list_is_held_against_the_one_before(old: Previous | None, apps: list[str], expected: str) -> None:
    assert verdict(list_of(apps), old) == expected


@pytest.mark.parametrize(
    ("hours", "expected"), [(0.1, "kept"), (0.2, "time"), (-71, "kept"), (-73, "time"), (-2000, "time")]
)
def test_a_reading_is_of_these_days(hours: float, expected: str) -> None:
    assert verdict(list_of(APPS, NOW + timedelta(hours=hours)), None) == expected


@pytest.mark.parametrize(
    ("days", "depth", "expected"),
    [([1], 50, "shrunk"), ([1, 2], 50, "kept"), ([1, 2], 60, "shrunk"), ([0, 1], 50, "shrunk")],
)
def test_a_shorter_chart_is_believed_on_the_third_day_alike(
    days: list[int], depth: int, expected: str
) -> None:
    shrunk = {(NOW - timedelta(days=day)).date(): depth for day in days}
    assert verdict(list_of(APPS[:50]), before(100), shrunk) == expected


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(faults.YesterdayAgain(), "stale"), (faults.Shrunk(), "shrunk"), (faults.NothingShared(), "strange")],
)
def test_what_the_store_serves_instead_of_todays_list_is_refused(
    collecting: Collecting, fault: Fault, reason: str
) -> None:
    yesterday = datetime.now(UTC).replace(microsecond=0, tzinfo=None) - timedelta(days=1)
    listed = places("fr", "top-free", "productivity", collecting.store.day - 1)
    ids = {rank: place.app_id for rank, place in enumerate(listed, 1)}
    cells = {"category": "productivity", "source": "apple-legacy@synthetic", "depth": len(ids)}
    store_rows(
        collecting.data, reading(yesterday.isoformat(), ids, **cells), now=yesterday + timedelta(minutes=1)
    )
    collecting.store.misbehave(PRODUCTIVITY.format("fr"), fault)
    assert collecting.run()[0] == 1
    assert [row[1:3] for row in collecting.outcomes(PRODUCTIVITY.format("fr"))] == [("refused", reason)]
    assert collecting.view_rows("chart_readings", "observed_at", "category = 'productivity'") == [
        (yesterday,)
    ]
    collecting.store.clear()
    assert collecting.run()[0] == 0
    assert len(collecting.view_rows("chart_readings", "observed_at", "category = 'productivity'")) == 2
