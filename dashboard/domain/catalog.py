"""The catalogue: data/catalog.toml as frozen dataclasses.

Codes in links, claims and snapshots are its ids. A catalogue with any error is refused whole.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError


class StrictModel:
    """Base of the entries: unknown keys are refused."""

    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class StoreId(StrictModel):
    """A store id of an app, with the days on which it is this app's."""

    store: str
    id: str
    since: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None


@dataclass(frozen=True)
class Rename(StrictModel):
    to: str
    on: date


@dataclass(frozen=True)
class App(StrictModel):
    id: str
    name: str
    company: str
    country: str
    kind: str
    colour: str
    marker: str
    stores: tuple[StoreId, ...]
    renamed: tuple[Rename, ...] = ()
    name_fr: str = ""
    articles: dict[str, str] = field(default_factory=dict)  # titles in Wikipedia by language
    formerly: dict[str, str] = field(
        default_factory=dict
    )  # store id -> name of what it was before its `from`


@dataclass(frozen=True)
class Label(StrictModel):
    """A code with its name in both languages: a store, a chart, a category."""

    id: str
    en: str
    fr: str
    kind: str = ""
    device: str = ""
    genre: int | None = None


@dataclass(frozen=True)
class Metric(StrictModel):
    """A measure. Only metrics of one `axis` may share a scale."""

    id: str
    axis: str
    unit: str
    en: str
    fr: str
    means_en: str
    means_fr: str


@dataclass(frozen=True)
class Collection(StrictModel):
    """A public archive of the stores' feeds, or our `own` collector; its cadence in hours."""

    id: str
    url: str
    en: str
    fr: str
    cadence_hours: int
    own: bool = False


@dataclass(frozen=True)
class CollectionPlan(StrictModel):
    """The charts and categories that the collector requests for every storefront."""

    charts: tuple[str, ...]
    category_charts: tuple[str, ...]
    categories: tuple[str, ...]
    views_since: date


Tile = tuple[int, int]


def find_duplicates(groups: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """A message for each id that is twice in its group."""
    for name, ids in groups.items():
        for item, count in Counter(ids).items():
            if count > 1:
                yield f"{name}: {item!r} stands twice; keep one of them"


def check_tiles(tiles: Mapping[str, Tile], storefronts: Iterable[str]) -> Iterator[str]:
    """A message for each storefront without a tile on the map, tile of none, and shared position."""
    codes = set(storefronts)
    for code in sorted(codes - set(tiles)):
        yield f"tiles: {code!r} has no place; give it a column and a row"
    for code in sorted(set(tiles) - codes):
        yield f"tiles: {code!r} is no storefront; take it away"
    for tile in (tile for tile, count in Counter(tiles.values()).items() if count > 1):
        both = " and ".join(repr(code) for code, other in tiles.items() if other == tile)
        yield f"tiles: {both} share {list(tile)}; move one of them"


def find_unknown(field: str, codes: Iterable[str], allowed: Iterable[str]) -> Iterator[str]:
    """A message for each code that is not allowed."""
    for code in sorted({*codes} - {*allowed}):
        yield f"{field}: {code!r} is not in the catalogue"


class CatalogError(ValueError):
    """The catalogue cannot be used; the message names file, position and reason."""


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
        """The name of an app in a language."""
        app = self.by_app[app_id]
        return app.name_fr if lang == "fr" and app.name_fr else app.name

    def selectable_apps(self) -> tuple[App, ...]:
        """The apps that a reader may choose: all but those of the kind `market`."""
        return tuple(app for app in self.apps if app.kind != "market")

    def benchmarks(self) -> tuple[str, ...]:  # codes of launches to measure against
        return tuple(app.id for app in self.apps if app.kind == "benchmark")


def load_catalog(path: Path) -> Catalog:
    """Read and validate the catalogue at `path`; raises CatalogError."""
    try:
        catalog = TypeAdapter(Catalog).validate_python(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogError(f"{path}: {error}") from error
    except ValidationError as error:
        raise CatalogError(f"{path}: {_describe_error(error)}") from error
    for message in _find_errors(catalog):
        raise CatalogError(f"{path}: {message}")
    return catalog


def _describe_error(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


def _find_errors(catalog: Catalog) -> Iterator[str]:
    names = ("apps", "stores", "charts", "categories", "metrics", "features", "collections")
    groups: dict[str, Iterable[str]] = {
        name: (entry.id for entry in getattr(catalog, name)) for name in names
    }
    groups["storefronts"], groups["areas"] = catalog.storefronts, catalog.areas
    groups["store ids"] = (f"{s.store} {s.id}" for app in catalog.apps for s in app.stores)
    yield from find_duplicates(groups)
    yield from check_tiles(catalog.tiles, catalog.storefronts)
    charts = {chart.id for chart in catalog.charts if chart.kind == "places"}
    yield from find_unknown("plan.charts", catalog.plan.charts, charts)
    yield from find_unknown("plan.category_charts", catalog.plan.category_charts, charts)
    yield from find_unknown(
        "plan.categories", catalog.plan.categories, {category.id for category in catalog.categories}
    )
