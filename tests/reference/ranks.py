"""Where an app stood: in each snapshot, on each day, for how long, above whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from statistics import median

from tests.reference.bounds import grouped
from tests.reference.snapshots import Row, Snapshots

BELOW = 1_000_000  # stands behind every rank


@dataclass(frozen=True)
class Chart:
    """One chart of one store in one country."""

    country: str
    store: str
    chart: str
    category: str


@dataclass(frozen=True)
class Place:
    """Where an app stood in one snapshot; `rank` None: outside the list of `depth`."""

    at: datetime
    collection: str
    depth: int
    rank: int | None

    @property
    def day(self) -> date:
        return self.at.date()

    @property
    def order(self) -> tuple[datetime, str]:
        return self.at, self.collection

    def tells(self, worst: int) -> bool:
        """Whether it can say that the app was among the first `worst`, or was not."""
        return self.depth >= worst or self.rank is not None

    def within(self, worst: int) -> bool:
        return self.rank is not None and self.rank <= worst


Reading = tuple[datetime, str]  # moment, collection


@lru_cache(maxsize=4)
def _by_chart(rows: "_Rows") -> dict[Chart, list[Row]]:
    return grouped(rows.rows, lambda row: Chart(row["country"], row["store"], row["chart"], row["category"]))


def charts(data: Snapshots) -> list[Chart]:
    """Every chart of which there is a snapshot."""
    return list(_by_chart(_Rows(data.rows("charts"))))


class _Rows:
    """Rows as a key of a cache."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    def __hash__(self) -> int:
        return id(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rows) and self.rows is other.rows


def snapshots(data: Snapshots, chart: Chart) -> dict[Reading, list[Row]]:
    """Each snapshot of a chart in its newest version; of chosen apps each app has its own newest."""
    every = _by_chart(_Rows(data.rows("charts"))).get(chart, [])
    telephone = [row for row in every if row["device"] == data.apps.telephones[chart.store]]
    read = grouped(
        telephone, lambda row: (row["observed_at"].to_pydatetime(), row["source"].partition("@")[0])
    )
    return {key: _newest(rows) for key, rows in read.items()}


def _newest(rows: list[Row]) -> list[Row]:
    versions = grouped(rows, lambda row: row["app_id"] if row["scope"] == "chosen" else None)
    latest = {key: max(row["ingested_at"] for row in mine) for key, mine in versions.items()}
    return [row for key, mine in versions.items() for row in mine if row["ingested_at"] == latest[key]]


def places(data: Snapshots, chart: Chart, app: str, since: date, until: date) -> list[Place]:
    """Where an app stood in each snapshot of the days that can tell of it, in the order of time."""
    read = snapshots(data, chart).items()
    found = [_place(data, chart, key, rows, app) for key, rows in read if since <= key[0].date() <= until]
    return sorted((one for one in found if one), key=lambda one: one.order)


def _place(data: Snapshots, chart: Chart, key: Reading, rows: list[Row], app: str) -> Place | None:
    day = key[0].date()
    ids = {
        one.app_id
        for one in data.apps.ids
        if (one.app, one.store) == (app, chart.store) and one.since <= day <= one.until
    }
    mine = [row for row in rows if row["app_id"] in ids]
    kept = {row["scope"] for row in rows}
    tells = "all" in kept or ("assistants" in kept and data.apps.kinds[app] == "assistant") or bool(mine)
    if not ids or not tells:
        return None
    ranks = [int(row["rank"]) for row in mine if row["rank"] is not None]
    return Place(*key, int(max(row["depth"] for row in rows)), min(ranks, default=None))


def by_day(found: Iterable[Place]) -> dict[date, Place]:
    """The day's rank: that of the day's last snapshot."""
    return {one.day: one for one in sorted(found, key=lambda one: one.order)}


def days_within(found: Iterable[Place], worst: int) -> list[date]:
    """The days whose rank is `worst` or better."""
    return sorted(day for day, one in by_day(found).items() if one.within(worst))


def days_at_some_time(found: Iterable[Place], worst: int) -> list[date]:
    """The days with any snapshot at `worst` or better."""
    return sorted({one.day for one in found if one.within(worst)})


def longest_run(days: list[date]) -> tuple[int, date | None]:
    """Most days in a row, and the first of the first such run."""
    best, first = 0, None
    for day in days:
        length = 1
        while day + timedelta(length) in days:
            length += 1
        if length > best:
            best, first = length, day
    return best, first


@dataclass(frozen=True)
class Duel:
    """Two apps day by day, by the last snapshot of each day that tells of both; outside the list both, it compares
    nothing.
    """

    readings: int
    days: int
    ahead: int
    behind: int
    median_gap: float | None
    turns: int

    @property
    def comparable(self) -> int:
        return self.ahead + self.behind


def duel(one: list[Place], other: list[Place]) -> Duel:
    """Who stood higher on how many days, and by how many places in the middle."""
    theirs = {two.order: two for two in other}
    common = sorted(
        ((mine, theirs[mine.order]) for mine in one if mine.order in theirs), key=lambda two: two[0].order
    )
    last = {mine.day: (mine, two) for mine, two in common}
    order = [_height(two) > _height(mine) for mine, two in last.values() if mine.rank or two.rank]
    gaps = [two.rank - mine.rank for mine, two in last.values() if mine.rank and two.rank]
    turns = sum(before != after for before, after in pairwise(order))
    middle = float(median(gaps)) if gaps else None
    return Duel(len(common), len(last), sum(order), len(order) - sum(order), middle, turns)


def _height(one: Place) -> int:
    return one.rank or BELOW


def verdict(found: list[Place], first_day: date | None, last_day: date) -> str:
    """What the snapshots of the days meant say of a reported first place.

    A report without a first day may mean a day that nobody read: what is read refutes it on no other. `found` holds
    for it the days chosen, for others every day.
    """
    meant = [one for one in found if (first_day or date.min) <= one.day <= last_day]
    if any(one.rank == 1 for one in meant):
        return "confirmed"
    if not meant:
        return "unread"
    return "not_seen" if first_day else "open"
