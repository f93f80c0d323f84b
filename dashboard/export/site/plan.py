"""Which pages the twin has: every page of the app for each country read and for each assistant."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.domain.catalog import Catalog
from dashboard.domain.filters import Filters
from dashboard.text.labels import catalog_label
from dashboard.text.translator import Translator

MAX_APPS = 6  # assistants on the pages of one of them


@dataclass(frozen=True)
class PageSpec:
    """One page of the twin.

    `name` is its file's, `page` the app's, `about` whom or what it is of; pages of one `group` link to each other.
    """

    name: str
    page: str
    about: str
    group: str
    filters: Filters


def plan_pages(catalog: Catalog, t: Translator, read: pd.DataFrame, bare: Filters) -> list[PageSpec]:
    """Every page in one language; `read` is charts_available, `bare` what a bare address shows."""
    sheets = [*_plan_countries(catalog, t, read, bare), *_plan_assistants(catalog, t, bare)]
    return [*sheets, PageSpec("sources", "sources", "", "", bare)]


def rank_countries(read: pd.DataFrame, bare: Filters) -> list[str]:
    """Countries with a reading of the usual chart in any category, the usual one first, then by days read."""
    usual = read[(read["store"] == bare.store) & (read["chart"] == bare.chart)]
    days = usual.groupby("country")["days"].sum().sort_values(ascending=False, kind="stable")
    return sorted(days.index, key=lambda code: code != bare.country)


def _plan_countries(catalog: Catalog, t: Translator, read: pd.DataFrame, bare: Filters) -> Iterator[PageSpec]:
    for code in rank_countries(read, bare):
        mine = read[(read["country"] == code) & (read["store"] == bare.store) & (read["chart"] == bare.chart)]
        name, held = t.country(code), list(mine["category"])
        usual = bare.category if bare.category in held else held[0]
        here = replace(bare, country=code, category=usual, each="daily")
        group = f"country-{code}"
        overview = "index" if code == bare.country else f"overview-{code}"
        yield PageSpec(overview, "overview", name, group, here)
        for row in mine.sort_values("category").to_dict("records"):
            days = {} if row["category"] == usual else {"since": row["first_day"], "until": row["last_day"]}
            about = f"{name}, {catalog_label(catalog, t, 'categories', row['category'])}"
            chosen = replace(here, category=row["category"], **days)
            yield PageSpec(f"rank-{code}-{row['category']}", "rank", about, group, chosen)
        yield PageSpec(f"competitors-{code}", "competitors", name, group, here)


def _plan_assistants(catalog: Catalog, t: Translator, bare: Filters) -> Iterator[PageSpec]:
    for app in catalog.selectable_apps():
        name = catalog.app_name(app.id, t.lang)
        apps = tuple(dict.fromkeys((app.id, *bare.apps)))[:MAX_APPS]
        rivals = tuple(other for other in bare.apps if other != app.id)[:2]
        chosen = replace(bare, apps=apps, rivals=rivals, each="daily")
        for page, file in (("brief", "brief"), ("launch", "launch"), ("competitors", "rivals")):
            yield PageSpec(f"{file}-{app.id}", page, name, f"app-{app.id}", chosen)
