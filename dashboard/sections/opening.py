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
        if _is_chart(row, named.chart_params()):
            return replace(named, **opening_days(row))
    return replace(named, since=defaults.since, until=defaults.until)


def country_changes(f: Filters, country: str) -> dict[str, Any]:
    """The filters that change with the country: it opens on the chart in which most days rank a chosen assistant."""
    charts = country_charts(f.as_of, country, f.apps).to_dict("records")
    chart = {name: charts[0][name] for name in CHART} if charts else {}
    return {"country": country} | chart | _days_of_chart(f, charts[:1])


def chart_changes(f: Filters, chart: Mapping[str, str]) -> dict[str, Any]:
    """The filters that change with the chart."""
    charts = country_charts(f.as_of, f.country, f.apps).to_dict("records")
    return dict(chart) | _days_of_chart(f, [row for row in charts if _is_chart(row, chart)])


def _days_of_chart(f: Filters, charts: list[Row]) -> dict[str, Any]:
    """The opening days of a chart of which the chosen days have no data."""
    for row in charts:
        if row["last_day"] < f.since or row["first_day"] > f.until:
            return opening_days(row)
    return {}


def _is_chart(row: Row, chart: Mapping[str, str]) -> bool:
    return all(row[name] == chart[name] for name in CHART)
