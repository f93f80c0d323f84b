"""The vocabulary: data/catalog.toml as frozen dataclasses.

Codes in links, claims and snapshots are this file's ids. A catalogue that cannot be read, or in
which one id stands twice, is refused whole with the place of the fault.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from dashboard.catalog_faults import Tile, duplicates, misplaced


class CatalogError(ValueError):
    """The catalogue cannot be used; the message names the file, the place and the reason."""


class _Entry:
    """A key that no field bears is a slip of the pen, and is refused."""

    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class StoreId(_Entry):
    """One store id of an app and the days on which it means this app."""

    store: str
    id: str
    since: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None


@dataclass(frozen=True)
class Rename(_Entry):
    to: str
    on: date


@dataclass(frozen=True)
class App(_Entry):
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


@dataclass(frozen=True)
class Term(_Entry):
    """A code with its name in both languages: a store, a chart, a category."""

    id: str
    en: str
    fr: str
    kind: str = ""
    device: str = ""
    genre: int | None = None


@dataclass(frozen=True)
class Metric(_Entry):
    """What a number counts. Only metrics of one `axis` may share a scale."""

    id: str
    axis: str
    unit: str
    en: str
    fr: str
    means_en: str
    means_fr: str


@dataclass(frozen=True)
class Collection(_Entry):
    """A public archive that recorded the stores' feeds, and how often it does [hours]."""

    id: str
    url: str
    en: str
    fr: str
    cadence_hours: int


@dataclass(frozen=True)
class Catalog(_Entry):
    default_apps: tuple[str, ...]
    default_rivals: tuple[str, ...]
    default_country: str
    default_store: str
    default_chart: str
    default_category: str
    storefronts: tuple[str, ...]
    areas: tuple[str, ...]
    tiles: dict[str, Tile]  # column and row of each storefront on the map of squares
    apps: tuple[App, ...]
    stores: tuple[Term, ...]
    charts: tuple[Term, ...]
    categories: tuple[Term, ...]
    metrics: tuple[Metric, ...]
    features: tuple[Term, ...]
    collections: tuple[Collection, ...]
    by_app: dict[str, App] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_app", {app.id: app for app in self.apps})

    def competitors(self) -> tuple[App, ...]:
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
    yield from misplaced(catalog.tiles, catalog.storefronts)
