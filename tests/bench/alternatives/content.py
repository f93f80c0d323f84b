"""What the rank page shows, for the rivals: the same answers of the same data, drawn by the same figures.

Left out, in the rivals' favour: sentences, tables, the link, the sidebar's other filters.
"""

import os
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import calendar, countries, first_places, movers, rank
from dashboard.charts.theme import Style
from dashboard.domain.catalog import load_catalog
from dashboard.text.calendar import split_by_month
from dashboard.text.translator import Translator
from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse

DATA = Path(os.environ["PALMARES_DATA"])
CATALOG = load_catalog(DATA / "catalog.toml")
HOUSE = Warehouse(DATA, CATALOG)
APPS = CATALOG.default_apps
T = Translator("en")
STYLES = {
    app: Style(CATALOG.by_app[app].name, CATALOG.by_app[app].colour, CATALOG.by_app[app].marker)
    for app in APPS
}
CHART = {"store": "app_store", "chart": "top-free", "category": "productivity"}
FIRST, LAST = date(2024, 10, 1), date(2026, 10, 10)
HEADINGS = ("Rank", "Days at the top", "Movers", "Countries", "Days read")


@lru_cache(maxsize=512)
def _ask(name: str, **params: Any) -> pd.DataFrame:
    answer: pd.DataFrame = getattr(questions, name)(HOUSE, **params)
    return answer


def storefronts() -> dict[str, str]:
    """The storefronts by code, with their names."""
    return {code: T.country(code) for code in CATALOG.storefronts}


def figures(country: str, since: date, until: date) -> list[go.Figure]:
    """The five figures of the page, in its order."""
    wide = CHART | {"since": since, "until": until}
    asked = wide | {"country": country}
    history = _ask("rank_history", apps=APPS, each="readings", **asked)
    reported = _ask("reported_ranks", apps=APPS, **asked)
    happened = _ask("events", country=country, apps=APPS, since=since, until=until)
    summary = _ask("rank_summary", apps=APPS, **asked)
    places = _ask("ranks_by_country", apps=APPS, **wide)
    read = _ask("coverage_by_day", **asked)
    months = split_by_month(read, since, until)
    return [
        rank.history(history, reported, happened, STYLES, T),
        first_places.days(summary, [STYLES[app].name for app in summary["app"]], STYLES, T),
        _movers(asked),
        countries.table(places, sorted(places["country"].unique()), country, STYLES, T),
        calendar.calendar(months, [T.day(month.first, "MMMM y") for month in months], T),
    ]


def _movers(asked: dict[str, Any]) -> go.Figure:
    whole = _ask("complete_readings", **asked)["observed_at"]
    chart = {name: value for name, value in asked.items() if name not in ("since", "until")}
    ends: dict[str, datetime] = {
        "before_at": whole.iloc[0].to_pydatetime(),
        "after_at": whole.iloc[-1].to_pydatetime(),
    }
    both = _ask("movers", **chart, **ends).dropna(subset="climbed")
    rows = pd.concat([both.head(5), both.tail(5)])
    return movers.arrows(rows, [str(name) for name in rows["app_name"]], 100, STYLES, T)
