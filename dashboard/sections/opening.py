"""The chart and the days of a link that names none."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from dashboard.domain import filters
from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters
from dashboard.domain.types import Row
from dashboard.warehouse import cache
from dashboard.warehouse.folder import data_version
from dashboard.warehouse.snapshots import SnapshotError

CHART = ("store", "chart", "category")
OPENING_DAYS = 30


def country_charts(as_of: datetime | None, country: str, apps: tuple[str, ...]) -> pd.DataFrame:
    """The charts of a country (columns: see queries/country_charts.sql); empty where a snapshot is damaged."""
    try:
        return cache.query_result(
            data_version(), as_of, "country_charts", {"country": country, "apps": apps}
        ).rows
    except SnapshotError:
        return pd.DataFrame(columns=[*CHART, "days", "days_ranked", "first_day", "last_day"])


def opening_days(chart: Row) -> dict[str, Any]:
    """The last 30 days of the data of a chart, a row of country_charts."""
    return {"since": chart["last_day"] - timedelta(days=OPENING_DAYS - 1), "until": chart["last_day"]}


def default_filters(
    catalog: Catalog, lang: str, as_of: datetime | None, query: Mapping[str, list[str]]
) -> Filters:
    """The defaults of a link: a chart of its country with data, and the last 30 days of that chart's data.

    Without a country that is the catalogue's chart; of another country that in which most days rank a chosen assistant.
    """
    defaults = filters.default_filters(catalog, lang, *cache.date_range(as_of))
    named, _ = filters.from_query(query, catalog, defaults)
    charts = country_charts(as_of, named.country, named.apps).to_dict("records")
    if named.country != defaults.country and not set(CHART) & set(query) and charts:
        named = replace(named, **{name: charts[0][name] for name in CHART})
    for row in charts:
        if all(row[name] == getattr(named, name) for name in CHART):
            return replace(named, **opening_days(row))
    return replace(named, since=defaults.since, until=defaults.until)


def changes_of_chart(f: Filters, charts: list[Row], chart: Mapping[str, Any]) -> dict[str, Any]:
    """The filters that change with a chart: the days too, where the chosen ones have none of its data."""
    codes = {name: chart[name] for name in CHART}
    for row in charts:
        if all(row[name] == codes[name] for name in CHART):
            has_data = row["first_day"] <= f.until and row["last_day"] >= f.since
            return codes if has_data else codes | opening_days(row)
    return codes
