"""The questions of the pages with the parameters of a first visit, on synthetic years."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.domain.catalog import Catalog
from dashboard.warehouse import database, questions
from dashboard.warehouse.warehouse import Warehouse
from tests.bench.synthetic_charts import countries

CHART: dict[str, Any] = {
    "country": "fr",
    "store": "app_store",
    "chart": "top-free",
    "category": "productivity",
}
WIDE: dict[str, Any] = {name: code for name, code in CHART.items() if name != "country"}
BEFORE, AFTER = datetime(2025, 3, 1, 4), datetime(2025, 4, 1, 4)
RACE: dict[str, Any] = {"day0": "press", "country": "fr", "platform": "all", "scope": "world"}
DOWNLOADS = ["downloads_cumulative", "downloads_in_period"]
DAYS: dict[str, Any] = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}
SHOWN = 24  # countries that are drawn over time
TOP_10 = Path(__file__).with_name("top_10.sql").read_text("utf-8")


def asked(catalog: Catalog) -> dict[str, Callable[[Warehouse], pd.DataFrame]]:
    """The questions of the pages, with the parameters of a first visit."""
    apps = catalog.default_apps
    return {
        "top_10": lambda house: database.run_query(house._con, TOP_10, {**WIDE, "apps": apps, **DAYS}),
        "rank_history": lambda house: questions.rank_history(
            house, **CHART, apps=apps, each="readings", **DAYS
        ),
        "rank_by_day": lambda house: questions.rank_by_day(house, **CHART, apps=apps, **DAYS),
        "rank_summary": lambda house: questions.rank_summary(house, **CHART, apps=apps, **DAYS),
        "coverage": lambda house: questions.coverage(house, **CHART, **DAYS),
        "charts_available": questions.charts_available,
        "head_to_head": lambda house: questions.head_to_head(house, **CHART, apps=apps, **DAYS),
        "rank_by_country_and_day": lambda house: questions.rank_by_country_and_day(
            house, **WIDE, countries=countries()[:SHOWN], apps=apps, **DAYS
        ),
        "ranks_by_country": lambda house: questions.ranks_by_country(house, **WIDE, apps=apps, **DAYS),
        "coverage_by_day": lambda house: questions.coverage_by_day(house, **CHART, **DAYS),
        "chart_snapshots": lambda house: questions.chart_snapshots(house, **CHART, **DAYS),
        "chart_list": lambda house: questions.chart_list(
            house,
            **CHART,
            observed_at=AFTER,
            collection=questions.coverage(house, **CHART, **DAYS)["collection"].iloc[0],
        ),
        "country_charts": lambda house: questions.country_charts(house, country="fr", apps=apps),
        "complete_readings": lambda house: questions.complete_readings(house, **CHART, **DAYS),
        "movers": lambda house: questions.movers(house, **CHART, before_at=BEFORE, after_at=AFTER),
        "reported_ranks": lambda house: questions.reported_ranks(house, **CHART, apps=apps, **DAYS),
        "first_place_claims": lambda house: questions.first_place_claims(house, **CHART, apps=apps, **DAYS),
        "rating_history": lambda house: questions.rating_history(
            house, country="no", store="app_store", apps=apps, **DAYS
        ),
        "rating_countries": questions.rating_countries,
        "page_views_by_period": lambda house: questions.page_views_by_period(
            house, wiki="fr", apps=apps, step="week", **DAYS
        ),
        "page_view_coverage": lambda house: questions.page_view_coverage(house, apps=apps, **DAYS),
        "latest_listings": lambda house: questions.latest_listings(
            house, country="fr", store="app_store", apps=apps, **DAYS
        ),
        "audience_shares": lambda house: questions.audience_shares(house, apps=apps, scope="fr", **DAYS),
        "features": lambda house: questions.features(house, apps=apps, country="fr"),
        "latest_ranks": lambda house: questions.latest_ranks(house, country="fr", apps=apps, **DAYS),
        "milestone_bounds": lambda house: questions.milestone_bounds(house, apps=apps, **RACE),
        "envelopes": lambda house: questions.envelopes(house, apps=apps, **RACE),
        "time_to_goal": lambda house: questions.time_to_goal(house, apps=apps, goals=[1_000_000], **RACE),
        "launch_race": lambda house: questions.launch_race(house, apps=apps, day=14, **RACE),
        "average_rates": lambda house: questions.average_rates(
            house, apps=apps, platform="all", scope="world"
        ),
        "period_downloads": lambda house: questions.period_downloads(
            house, apps=apps, platform="all", scope="world", **DAYS
        ),
        "most_downloads": lambda house: questions.most_downloads(house, apps=apps, until=DAYS["until"]),
        "doubling_times": lambda house: questions.doubling_times(house, apps=apps, metrics=["wau"]),
        "disagreements": lambda house: questions.disagreements(house, apps=apps, metrics=DOWNLOADS),
        "day_zero_choices": lambda house: questions.day_zero_choices(house, apps=apps, country="fr"),
        "launch_events": lambda house: questions.launch_events(
            house, apps=apps, day0="press", country="fr", **DAYS
        ),
        "all_claims": questions.all_claims,
    }
