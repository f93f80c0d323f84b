"""The charts that the store server shows: ids, names and ranks come from our own readings.

Photo & Video is whole in our data and is shown as it was read. Of the overall chart and of
Productivity we hold some places: these stand at their real ranks, and the country's Photo & Video
list fills the others. Paid, grossing, iPad and other genres show a Photo & Video list of another day.
"""

from collections import defaultdict
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import duckdb

HERE = Path(__file__).parent
SNAPSHOTS = HERE.parent / "frozen" / "snapshots"
FREE, WHOLE = "top-free", "photo-video"
DEPTH = 100


class Place(NamedTuple):
    app_id: str
    name: str


Reading = dict[int, Place]


def ask(question: str, dataset: str) -> list[tuple[object, ...]]:
    """The rows that a .sql file of this folder gives of the first snapshot: later ones change no test."""
    with duckdb.connect() as con:
        snapshot = str(min(SNAPSHOTS.glob(f"{dataset}-*.parquet")))
        return con.execute((HERE / question).read_text("utf-8"), {"snapshot": snapshot}).fetchall()


@lru_cache
def readings() -> dict[tuple[str, str], list[Reading]]:
    """By country and category: one reading a day, the earliest first; each is places by rank."""
    days: dict[tuple[str, str], dict[object, Reading]] = defaultdict(lambda: defaultdict(dict))
    for country, category, day, rank, app_id, name in ask("readings.sql", "charts"):
        days[str(country), str(category)][day][int(str(rank))] = Place(str(app_id), str(name))
    return {key: list(by_day.values()) for key, by_day in days.items()}


@lru_cache
def every_app() -> dict[str, Place]:
    """Every app of those readings by its id, under the name it had last."""
    return {place.app_id: place for kept in readings().values() for one in kept for place in one.values()}


def places(country: str, chart: str, category: str, day: int) -> list[Place]:
    """`country`'s chart on `day`, best first: 98 to 100 places, each app once."""
    known = _reading(country, chart, category, day)
    if category == WHOLE and chart == FREE:
        return list(known.values())
    taken = {place.app_id for place in known.values()}
    chart_of_others = FREE if known else f"{chart}/{category}"
    filling = iter(
        place
        for place in _reading(country, chart_of_others, WHOLE, day).values()
        if place.app_id not in taken
    )
    ranked = (known.get(rank) or next(filling, None) for rank in range(1, DEPTH + 1))
    return [place for place in ranked if place]


def strangers(country: str, chart: str, category: str) -> list[Place]:
    """A hundred apps that this chart never shows, whatever the day."""
    days = range(len(readings()[_donor(country, WHOLE), WHOLE]))
    shown = {place.app_id for day in days for place in places(country, chart, category, day)}
    return list(islice((app for app in every_app().values() if app.app_id not in shown), DEPTH))


def _reading(country: str, chart: str, category: str, day: int) -> Reading:
    """The `day`-th reading; a chart that we never read borrows one, from a day that only it has."""
    donor = _donor(country, category)
    days = readings().get((donor, category), [])
    if not days or (chart != FREE and category != WHOLE):
        return {}
    shift = 0 if (donor, chart) == (country, FREE) else crc32(f"{country} {chart}".encode())
    return days[(day + shift) % len(days)]


def _donor(country: str, category: str) -> str:
    if (country, category) in readings():
        return country
    donors = sorted(land for land, kept in readings() if kept == category)
    return donors[crc32(country.encode()) % len(donors)] if donors else country
