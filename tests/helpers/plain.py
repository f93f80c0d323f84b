"""The frozen readings in plain pandas and Python, to count an answer a second way without SQL."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import pandas as pd

from tests.helpers.datasets import DATA

# Apps that one id has meant ever since the first reading.
IDS = {
    "le-chat": "6740410176",
    "chatgpt": "6448311069",
    "gemini": "6477489729",
    "deepseek": "6737597349",
    "claude": "6473753684",
}
# (moment, collection) -> place, None below the cut-off; in the order of time.
Standing = dict[tuple[datetime, str], int | None]


@cache
def _places() -> pd.DataFrame:
    """Every place of the iPhone's charts, each reading in its newest version."""
    files = sorted((DATA / "snapshots").glob("charts-*.parquet"))
    every = pd.concat([pd.read_parquet(file) for file in files])
    every = every[every["device"] == "iphone"].assign(
        collection=lambda rows: rows["source"].str.split("@").str[0],
        day=lambda rows: rows["observed_at"].dt.date,
    )
    reading = ["country", "chart", "category", "observed_at", "collection"]
    newest = every.groupby(reading)["ingested_at"].transform("max")
    return every[every["ingested_at"] == newest].sort_values(["observed_at", "collection", "rank"])


@cache
def _charts() -> Any:
    return _places().groupby(["country", "chart", "category"])


def places(country: str, category: str, since: date, until: date, chart: str = "top-free") -> pd.DataFrame:
    """The places of one chart of the App Store on these days, a row a place."""
    rows = _charts().get_group((country, chart, category))
    chosen: pd.DataFrame = rows[(rows["day"] >= since) & (rows["day"] <= until)]
    return chosen


def standing(chart: pd.DataFrame, app: str) -> Standing:
    """The rank of an assistant in each reading of a chart."""
    found: Standing = {}
    for at, collection, app_id, rank in _rows(chart, "observed_at", "collection", "app_id", "rank"):
        found.setdefault((at.to_pydatetime(), collection), None)
        if app_id == IDS[app]:
            found[at.to_pydatetime(), collection] = rank
    return found


def listed(chart: pd.DataFrame, at: datetime) -> dict[str, int]:
    """Store's id -> place in the reading of one moment."""
    return dict(_rows(chart[chart["observed_at"] == at], "app_id", "rank"))


def _rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(frame[[*columns]].itertuples(index=False, name=None))


def daily(found: Standing) -> Standing:
    """The last snapshot of each day: the one whose rank is the day's."""
    last = {at.date(): (at, collection) for at, collection in found}
    return {key: found[key] for key in last.values()}


def days(found: Standing, worst: int) -> list[date]:
    """The days with a snapshot of `found` at rank `worst` or better, in order."""
    return sorted({at.date() for (at, _), rank in found.items() if rank is not None and rank <= worst})


def longest_run(first_on: list[date]) -> int:
    """Most days of these that follow each other without a gap [days]."""
    best = length = 0
    for day in first_on:
        length = length + 1 if day - timedelta(days=1) in first_on else 1
        best = max(best, length)
    return best


def leads(one: Standing, other: Standing) -> list[tuple[datetime, int]]:
    """In each reading that tells of both: 1 where `one` is higher, -1 where `other` is, 0 where neither."""
    unranked = 1_000
    both = [(at, one[at, who] or unranked, other[at, who] or unranked) for at, who in one]
    return [(at, (theirs > ours) - (theirs < ours)) for at, ours, theirs in both]


def gaps(one: Standing, other: Standing) -> list[int]:
    """The ranks by which `one` is higher, in each reading that ranks both [places]."""
    both = [(rank, other[reading]) for reading, rank in one.items()]
    return [theirs - ours for ours, theirs in both if ours is not None and theirs is not None]
