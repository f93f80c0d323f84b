"""The vocabulary: data/catalog.toml as frozen dataclasses.

Codes in links, claims and snapshots are this file's ids. A catalogue that cannot be read, or in
which one id stands twice, is refused whole with the place of the fault.
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
    """A key that no field bears is a slip of the pen, and is refused."""

    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class StoreId(StrictModel):
    """One store id of an app and the days on which it means this app."""

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
    """What a number counts. Only metrics of one `axis` may share a scale."""

    id: str
    axis: str
    unit: str
    en: str
    fr: str
    means_en: str
    means_fr: str


@dataclass(frozen=True)
class Collection(StrictModel):
    """Who recorded the stores' feeds, and how often [hours]: a public archive, or our own collector."""

    id: str
    url: str
    en: str
    fr: str
    cadence_hours: int
    own: bool = False


@dataclass(frozen=True)
class CollectionPlan(StrictModel):
    """What one run of the collector asks of every storefront."""

    charts: tuple[str, ...]
    category_charts: tuple[str, ...]
    categories: tuple[str, ...]
    views_since: date


Tile = tuple[int, int]


def find_duplicates(groups: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """An id that stands twice in its group."""
    for name, ids in groups.items():
        for one, times in Counter(ids).items():
            if times > 1:
                yield f"{name}: {one!r} stands twice; keep one of them"


def check_tiles(tiles: Mapping[str, Tile], storefronts: Iterable[str]) -> Iterator[str]:
    """A storefront without its square on the map, a square of none, or two in one place."""
    wanted = set(storefronts)
    for code in sorted(wanted - set(tiles)):
        yield f"tiles: {code!r} has no place; give it a column and a row"
    for code in sorted(set(tiles) - wanted):
        yield f"tiles: {code!r} is no storefront; take it away"
    for place in (place for place, times in Counter(tiles.values()).items() if times > 1):
        both = " and ".join(repr(code) for code, taken in tiles.items() if taken == place)
        yield f"tiles: {both} share {list(place)}; move one of them"


def find_unknown(where: str, codes: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """A code that no entry bears."""
    for code in sorted({*codes} - {*known}):
        yield f"{where}: {code!r} is not in the catalogue"


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


def load_catalog(path: Path) -> Catalog:
    """Read and check the catalogue at `path`; raises CatalogError naming the fault."""
    try:
        catalog = TypeAdapter(Catalog).validate_python(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogError(f"{path}: {error}") from error
    except ValidationError as error:
        raise CatalogError(f"{path}: {_describe_error(error)}") from error
    for fault in _find_errors(catalog):
        raise CatalogError(f"{path}: {fault}")
    return catalog


def _describe_error(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"


def _find_errors(catalog: Catalog) -> Iterator[str]:
    named = ("apps", "stores", "charts", "categories", "metrics", "features", "collections")
    groups: dict[str, Iterable[str]] = {name: (one.id for one in getattr(catalog, name)) for name in named}
    groups["storefronts"], groups["areas"] = catalog.storefronts, catalog.areas
    groups["store ids"] = (f"{s.store} {s.id}" for app in catalog.apps for s in app.stores)
    yield from find_duplicates(groups)
    yield from check_tiles(catalog.tiles, catalog.storefronts)
    charts = {one.id for one in catalog.charts if one.kind == "places"}
    yield from find_unknown("plan.charts", catalog.plan.charts, charts)
    yield from find_unknown("plan.category_charts", catalog.plan.category_charts, charts)
    yield from find_unknown(
        "plan.categories", catalog.plan.categories, {one.id for one in catalog.categories}
    )
