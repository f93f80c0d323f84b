"""What the rank page shows, for the rivals: the same answers of the same data, drawn by the same figures.

Left out, in the rivals' favour: sentences, tables, the link, the sidebar's other filters.
"""

import os
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import countries, rank
from dashboard.charts.rank import RankData
from dashboard.charts.theme import Style
from dashboard.domain.catalog import load_catalog
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
HEADINGS = ("Rank", "Countries")


@lru_cache(maxsize=512)
def _ask(name: str, **params: Any) -> pd.DataFrame:
    answer: pd.DataFrame = getattr(questions, name)(HOUSE, **params)
    return answer


def storefronts() -> dict[str, str]:
    """The storefronts by code, with their names."""
    return {code: T.country(code) for code in CATALOG.storefronts}


def figures(country: str, since: date, until: date) -> list[go.Figure]:
    """The figures of the page, in its order."""
    wide = CHART | {"since": since, "until": until}
    asked = wide | {"country": country}
    history = _ask("rank_history", apps=APPS, each="readings", **asked)
    reported = _ask("reported_ranks", apps=APPS, **asked).assign(text="")
    events = _ask("events", country=country, apps=APPS, since=since, until=until)
    coverage = _ask("coverage_by_day", **asked)
    places = _ask("ranks_by_country", apps=APPS, **wide)
    return [
        rank.history(RankData(history, reported, events, coverage, STYLES, APPS[0]), T),
        countries.table(places, sorted(places["country"].unique()), country, STYLES, T),
    ]
