"""Random snapshots of charts and reports of first places, many in one database: each country is a case."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import reported_rank
from tests.helpers.datasets import DATA, STRANGER, DatasetRow, open_warehouse, store_rows, vocabulary
from tests.helpers.datasets import reading as read
from tests.reference.ranks import Chart
from tests.reference.snapshots import Apps, Snapshots

COUNTRIES = ["fr", "us", "gb"]
ASSISTANTS = [
    app
    for app in vocabulary().apps
    if app.kind == "assistant" and any(s.store == "app_store" for s in app.stores)
]
APPS = [app.id for app in ASSISTANTS[:10]]
CHART: dict[str, Any] = {"store": "app_store", "chart": "top-free", "category": "all"}
FIRST, DAYS = date(2026, 9, 12), 8  # Copilot's second id counts from 15 September
WHOLE: dict[str, Any] = {"since": FIRST - timedelta(30), "until": FIRST + timedelta(30)}
SOME_DAYS = st.tuples(st.integers(0, DAYS), st.integers(0, DAYS)).map(sorted)


@dataclass(frozen=True)
class Reading:
    """One snapshot: `hour` counts from the first day, `order` holds ids and nobody in the order of the chart."""

    hour: int
    order: tuple[str | None, ...]
    depth: int
    scope: str
    collection: str

    def rows(self, country: str) -> list[DatasetRow]:
        at = datetime.combine(FIRST, datetime.min.time()) + timedelta(hours=self.hour)
        placed = {n: app for n, app in enumerate(self.order[: self.depth], 1) if app}
        source = f"synthetic/{self.collection}@1"
        return read(
            at.isoformat(), placed, country=country, depth=self.depth, scope=self.scope, source=source
        )


@dataclass(frozen=True)
class Report:
    """Somebody's word that an app was first, from one day (None: unknown) to another."""

    app: str
    first: int | None
    last: int
    rank: int
    rests_on: str

    def rows(self, country: str, number: int) -> list[DatasetRow]:
        last = FIRST + timedelta(self.last)
        first = "" if self.first is None else str(last - timedelta(self.first))
        precision = "upper_bound" if self.first is None else "interval"
        cells = {"first_day": first, "precision": precision, "country": country, "app": self.app}
        return reported_rank(f"{country}-{number}", self.rank, str(last), rests_on=self.rests_on, **cells)


IDS = [s.id for app in ASSISTANTS[:10] for s in app.stores if s.store == "app_store"]


def _reading(seed: int) -> Reading:
    """A snapshot; few moments, so that collections meet."""
    rng = Random(seed)
    order = rng.sample([*IDS, STRANGER, None, None], len(IDS) + 3)
    hour = rng.randrange(DAYS * 4) * 6
    scope, collection = rng.choice(["all", "all", "assistants"]), rng.choice(["one", "one", "other"])
    return Reading(hour, tuple(order), rng.randint(3, 11), scope, collection)


# One number is drawn for each snapshot, as in random_claims.
READING = st.integers(0, 2**32 - 1).map(_reading)
REPORT = st.builds(
    Report,
    st.sampled_from(APPS),
    st.one_of(st.none(), st.integers(0, 3)),
    st.integers(0, DAYS),
    st.sampled_from([1, 1, 1, 2]),
    st.sampled_from(["", "one statement"]),
)


@dataclass(frozen=True)
class Case:
    readings: list[Reading]
    reports: list[Report]


CASE = st.builds(
    Case,
    st.lists(READING, min_size=1, max_size=12, unique_by=lambda one: (one.hour, one.collection)),
    st.lists(REPORT, min_size=8, max_size=12),
)


class Cases(list[Case]):
    """The cases of one database; a failure names the one that it is about."""

    def __repr__(self) -> str:
        return f"{len(self)} cases"


EVERY = st.lists(CASE, min_size=len(COUNTRIES), max_size=len(COUNTRIES)).map(Cases)
DATABASES = 10  # of 10 apps and 45 pairs a country: 300 apps, 1,350 pairs, about 300 reports


def chart(country: str) -> Chart:
    return Chart(country=country, **CHART)


def store_cases(folder: str, cases: list[Case]) -> tuple[Warehouse, Snapshots]:
    """The cases as the project reads them, and as the reference does."""
    pairs = list(zip(COUNTRIES, cases, strict=True))
    rows = [row for country, case in pairs for one in case.readings for row in one.rows(country)]
    rows += [
        row for country, case in pairs for n, one in enumerate(case.reports) for row in one.rows(country, n)
    ]
    store_rows(Path(folder), rows)
    return open_warehouse(Path(folder)), Snapshots(
        Path(folder) / "snapshots", Apps.from_toml(DATA / "catalog.toml")
    )
