"""The pages of the static site: every page of the app for each country with readings and for each assistant."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters
from dashboard.sections.opening import opening_days
from dashboard.text.labels import catalog_label
from dashboard.text.translator import Translator

MAX_APPS = 6  # on the pages of one assistant


@dataclass(frozen=True)
class PageSpec:
    """One page of the static site.

    `name` is its file's, `page` the app's, `about` its subject; pages of one `group` link to each other.
    """

    name: str
    page: str
    about: str
    group: str
    filters: Filters


def plan_pages(catalog: Catalog, t: Translator, charts: pd.DataFrame, defaults: Filters) -> list[PageSpec]:
    """Every page in one language; `charts` has the columns of queries/charts_available.sql."""
    pages = [*_plan_countries(catalog, t, charts, defaults), *_plan_assistants(catalog, t, defaults)]
    return [*pages, PageSpec("sources", "sources", "", "", defaults)]


def rank_countries(charts: pd.DataFrame, defaults: Filters) -> list[str]:
    """Countries with readings of the default chart in any category: the default one, then by days read."""
    days = (
        _default_chart(charts, defaults)
        .groupby("country")["days"]
        .sum()
        .sort_values(ascending=False, kind="stable")
    )
    return sorted(days.index, key=lambda code: code != defaults.country)


def _default_chart(charts: pd.DataFrame, defaults: Filters) -> pd.DataFrame:
    """The rows of the default store and chart."""
    return charts[(charts["store"] == defaults.store) & (charts["chart"] == defaults.chart)]


def _plan_countries(
    catalog: Catalog, t: Translator, charts: pd.DataFrame, defaults: Filters
) -> Iterator[PageSpec]:
    in_chart = _default_chart(charts, defaults)
    for code in rank_countries(charts, defaults):
        rows = in_chart[in_chart["country"] == code]
        name, categories = t.country(code), list(rows["category"])
        category = defaults.category if defaults.category in categories else categories[0]
        main = rows[rows["category"] == category].iloc[0].to_dict()
        filters = replace(defaults, country=code, category=category, each="daily", **opening_days(main))
        group = f"country-{code}"
        overview = "index" if code == defaults.country else f"overview-{code}"
        yield PageSpec(overview, "overview", name, group, filters)
        for row in rows.sort_values("category").to_dict("records"):
            days = {"since": row["first_day"], "until": row["last_day"]}
            about = f"{name}, {catalog_label(catalog, t, 'categories', row['category'])}"
            chosen = replace(filters, category=row["category"], **days)
            yield PageSpec(f"rank-{code}-{row['category']}", "rank", about, group, chosen)
        yield PageSpec(f"competitors-{code}", "competitors", name, group, filters)


def _plan_assistants(catalog: Catalog, t: Translator, defaults: Filters) -> Iterator[PageSpec]:
    for app in catalog.selectable_apps():
        name = catalog.app_name(app.id, t.lang)
        apps = tuple(dict.fromkeys((app.id, *defaults.apps)))[:MAX_APPS]
        rivals = tuple(rival for rival in defaults.apps if rival != app.id)[:2]
        chosen = replace(defaults, apps=apps, rivals=rivals, each="daily")
        for page, file in (("brief", "brief"), ("launch", "launch"), ("competitors", "rivals")):
            yield PageSpec(f"{file}-{app.id}", page, name, f"app-{app.id}", chosen)
