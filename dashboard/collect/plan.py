"""The requests of one run: the catalogue's plan, and page views of days that are not stored yet."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dashboard.collect.http.exchange import Request
from dashboard.collect.sources import apple_charts, apple_lookup, wikimedia
from dashboard.collect.state import CollectionState
from dashboard.domain.catalog import Catalog
from dashboard.domain.settings import Settings

KINDS = ("charts", "listings", "views")


def plan_requests(
    catalog: Catalog,
    settings: Settings,
    state: CollectionState,
    today: date,
    countries: Sequence[str] = (),
    kinds: Sequence[str] = KINDS,
) -> list[Request]:
    """Return the requests of a run, by country, so that an interrupted run has complete countries."""
    tasks: list[Request] = []
    for country in countries or catalog.storefronts:
        if "charts" in kinds:
            tasks += _charts(catalog, settings, country)
        if "listings" in kinds:
            tasks.append(apple_lookup.lookup_request(settings.itunes_url, country, _ids(catalog)))
    if "views" in kinds:
        tasks += _views(catalog, settings, state, today)
    return tasks


def _charts(catalog: Catalog, settings: Settings, country: str) -> Iterator[Request]:
    for chart in catalog.plan.charts:
        yield apple_charts.marketing_request(settings.marketing_url, country, chart)
    genres = {category.id: category.genre for category in catalog.categories}
    for chart in catalog.plan.category_charts:
        for category in catalog.plan.categories:
            yield apple_charts.legacy_request(settings.itunes_url, country, chart, category, genres[category])


def _ids(catalog: Catalog) -> list[str]:
    return [one.id for app in catalog.apps for one in app.stores if one.store == "app_store"]


def _views(catalog: Catalog, settings: Settings, state: CollectionState, today: date) -> Iterator[Request]:
    """Yield requests for the days that are not stored yet, up to yesterday."""
    last = today - timedelta(days=1)
    for app in catalog.apps:
        for lang, article in app.articles.items():
            project = f"{lang}.wikipedia"
            newest = state.views.get(f"{project}/{article}")
            first = newest + timedelta(days=1) if newest else catalog.plan.views_since
            if first <= last:
                yield wikimedia.views_request(settings.wikimedia_url, app.id, project, article, first, last)
