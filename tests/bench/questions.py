"""How long each question takes on the committed data and on years of synthetic readings.

The synthetic readings exist in a temporary folder only and are named so.
"""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard import questions
from dashboard.catalog import Catalog, load
from dashboard.snapshot_files import digest
from dashboard.warehouse import Warehouse

DATA = Path(__file__).parents[2] / "data"
YEARS = 3
TURNS = 5
CHART: dict[str, Any] = {
    "country": "fr",
    "store": "app_store",
    "chart": "top-free",
    "category": "productivity",
}
COUNTRIES = ["fr", "us", "gb", "de", "es", "it", "nl", "be", "ch", "at", "pt", "ie"]
WIDE: dict[str, Any] = {name: code for name, code in CHART.items() if name != "country"}
PHOTO = CHART | {"category": "photo-video"}
MARCH, APRIL = datetime(2026, 3, 1), datetime(2026, 4, 1)
RACE: dict[str, Any] = {"day0": "press", "country": "fr", "platform": "all", "scope": "world"}
DOWNLOADS = ["downloads_cumulative", "downloads_in_period"]
DAYS: dict[str, Any] = {"since": date(2023, 1, 1), "until": date(2026, 12, 31)}


def synthetic(folder: Path) -> Path:
    """A copy of the data with YEARS of daily synthetic charts of 40 countries, 100 deep, beside it."""
    shutil.copytree(DATA, folder / "data")
    unnamed = folder / "data" / "snapshots" / "charts.tmp"
    with duckdb.connect() as con:
        sql = Path(__file__).with_name("synthetic_charts.sql").read_text("utf-8")
        con.execute(sql, {"path": str(unnamed), "days": YEARS * 365})
    unnamed.rename(unnamed.with_name(f"charts-20230101T000000Z-{digest(unnamed)}.parquet"))
    return folder / "data"


def asked(catalog: Catalog) -> dict[str, Callable[[Warehouse], pd.DataFrame]]:
    """The questions of the pages, with the parameters of a first visit."""
    apps = catalog.default_apps
    return {
        "rank_history": lambda house: questions.rank_history(
            house, **CHART, apps=apps, each="readings", **DAYS
        ),
        "rank_by_day": lambda house: questions.rank_by_day(house, **CHART, apps=apps, **DAYS),
        "rank_summary": lambda house: questions.rank_summary(house, **CHART, apps=apps, **DAYS),
        "coverage": lambda house: questions.coverage(house, **CHART, **DAYS),
        "charts_read": questions.charts_read,
        "head_to_head": lambda house: questions.head_to_head(house, **CHART, apps=apps, **DAYS),
        "rank_by_country": lambda house: questions.rank_by_country(
            house, **WIDE, countries=COUNTRIES, apps=apps, **DAYS
        ),
        "places_by_country": lambda house: questions.places_by_country(house, **WIDE, apps=apps, **DAYS),
        "coverage_by_day": lambda house: questions.coverage_by_day(house, **CHART, **DAYS),
        "complete_readings": lambda house: questions.complete_readings(house, **CHART, **DAYS),
        "movers": lambda house: questions.movers(house, **PHOTO, before_at=MARCH, after_at=APRIL),
        "reported_ranks": lambda house: questions.reported_ranks(house, **CHART, apps=apps, **DAYS),
        "first_claims": lambda house: questions.first_claims(house, **CHART, apps=apps, **DAYS),
        "rating_history": lambda house: questions.rating_history(
            house, country="no", store="app_store", apps=apps, **DAYS
        ),
        "rating_countries": questions.rating_countries,
        "interest": lambda house: questions.interest(house, wiki="fr", apps=apps, step="week", **DAYS),
        "articles_read": lambda house: questions.articles_read(house, apps=apps, **DAYS),
        "listings_now": lambda house: questions.listings_now(
            house, country="fr", store="app_store", apps=apps, **DAYS
        ),
        "audience_shares": lambda house: questions.audience_shares(house, apps=apps, scope="fr", **DAYS),
        "features": lambda house: questions.features(house, apps=apps, country="fr"),
        "latest_places": lambda house: questions.latest_places(house, country="fr", apps=apps, **DAYS),
        "milestone_bounds": lambda house: questions.milestone_bounds(house, apps=apps, **RACE),
        "envelopes": lambda house: questions.envelopes(house, apps=apps, **RACE),
        "time_to": lambda house: questions.time_to(house, apps=apps, goals=[1_000_000], **RACE),
        "race": lambda house: questions.race(house, apps=apps, day=14, **RACE),
        "speed": lambda house: questions.speed(house, apps=apps, **RACE),
        "period_downloads": lambda house: questions.period_downloads(
            house, apps=apps, platform="all", scope="world", **DAYS
        ),
        "doubling": lambda house: questions.doubling(house, apps=apps, metrics=["wau"]),
        "disagreements": lambda house: questions.disagreements(house, apps=apps, metrics=DOWNLOADS),
        "day_zeros": lambda house: questions.day_zeros(house, apps=apps, country="fr"),
        "launch_events": lambda house: questions.launch_events(
            house, apps=apps, day0="press", country="fr", **DAYS
        ),
        "all_claims": questions.all_claims,
    }


def median_ms(ask: Callable[[], object]) -> float:
    """Median wall time of TURNS calls [ms]."""
    times = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def measure(title: str, data: Path) -> None:
    catalog = load(data / "catalog.toml")
    begun = time.perf_counter()
    house = Warehouse(data, catalog, datetime.max)
    print(f"{title}: opened in {(time.perf_counter() - begun) * 1000:.0f} ms")  # noqa: T201
    for name, ask in asked(catalog).items():
        print(f"  {name:<18} {median_ms(partial(ask, house)):7.1f} ms")  # noqa: T201


def main() -> None:
    measure("committed data", DATA)
    with tempfile.TemporaryDirectory() as folder:
        measure(f"with {YEARS} synthetic years of 40 countries", synthetic(Path(folder)))
