"""Synthetic claims by days since one launch day, which the apps of a test share."""

from datetime import date, timedelta
from typing import Any

from tests.helpers.claimed import launch, milestone
from tests.helpers.datasets import DatasetRow

ZERO = date(2025, 2, 6)
WORLD: dict[str, Any] = {"day0": "press", "country": "fr", "platform": "all", "scope": "world"}


def day(number: int) -> str:
    """The day that is so many days after the launch day."""
    return (ZERO + timedelta(days=number)).isoformat()


def launch_all(*apps: str) -> list[DatasetRow]:
    """An iPhone launch of each app on the launch day."""
    return [row for app in apps for row in launch(app, day(0), app=app)]


def milestone_by(name: str, value: float, by: int, **cells: Any) -> list[DatasetRow]:
    """Exactly so many downloads by the end of that day after launch."""
    return milestone(name, value, **{"qualifier": "exact", "period_end": day(by)} | cells)
