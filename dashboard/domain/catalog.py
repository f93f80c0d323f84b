"""The vocabulary: data/catalog.toml as frozen dataclasses.

Codes in links, claims and snapshots are this file's ids. A catalogue that cannot be read, or in
which one id stands twice, is refused whole with the place of the fault.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dashboard.domain.catalog_entries import App, Collection, CollectionPlan, Label, Metric, StrictModel
from dashboard.domain.catalog_faults import Tile, check_tiles, duplicates, unknown


class CatalogError(ValueError):
    """The catalogue cannot be used; the message names the file, the place and the reason."""


@dataclass(frozen=True)
class Catalog(StrictModel):
    default_apps: tuple[str, ...]
    default_rivals: tuple[str, ...]
    default_country: str
    default_store: str
    default_chart: str
    default_category: str
    storefronts: tuple[str, ...]
    areas: tuple[str, ...]
    plan: CollectionPlan
    tiles: dict[str, Tile]  # column and row of each storefront on the map of squares
    apps: tuple[App, ...]
    stores: tuple[Label, ...]
    charts: tuple[Label, ...]
    categories: tuple[Label, ...]
    metrics: tuple[Metric, ...]
    features: tuple[Label, ...]
    collections: tuple[Collection, ...]
    by_app: dict[str, App] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_app", {app.id: app for app in self.apps})

    def app_name(self, app_id: str, lang: str) -> str:
        """The name of an app for a reader of a language."""
        app = self.by_app[app_id]
        return app.name_fr if lang == "fr" and app.name_fr else app.name

    def selectable_apps(self) -> tuple[App, ...]:
        """The apps a reader may choose: all but the market."""
        return tuple(app for app in self.apps if app.kind != "market")

    def benchmarks(self) -> tuple[str, ...]:  # codes of launches to measure against
        return tuple(app.id for app in self.apps if app.kind == "benchmark")


def load(path: Path) -> Catalog:
    """Read and check the catalogue at `path`; raises CatalogError naming the fault."""
    try:
        catalog = TypeAdapter(Catalog).validate_python(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogError(f"{path}: {error}") from error
    except ValidationError as error:
        raise CatalogError(f"{path}: {_first_fault(error)}") from error
    for fault in _faults(catalog):
        raise CatalogError(f"{path}: {fault}")
    return catalog


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"


def _faults(catalog: Catalog) -> Iterator[str]:
    named = ("apps", "stores", "charts", "categories", "metrics", "features", "collections")
    groups: dict[str, Iterable[str]] = {name: (one.id for one in getattr(catalog, name)) for name in named}
    groups["storefronts"], groups["areas"] = catalog.storefronts, catalog.areas
    groups["store ids"] = (f"{s.store} {s.id}" for app in catalog.apps for s in app.stores)
    yield from duplicates(groups)
    yield from check_tiles(catalog.tiles, catalog.storefronts)
    charts = {one.id for one in catalog.charts if one.kind == "places"}
    yield from unknown("plan.charts", catalog.plan.charts, charts)
    yield from unknown("plan.category_charts", catalog.plan.category_charts, charts)
    yield from unknown("plan.categories", catalog.plan.categories, {one.id for one in catalog.categories})
