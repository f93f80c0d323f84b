"""What stands in the catalogue, entry by entry."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field


class Entry:
    """A key that no field bears is a slip of the pen, and is refused."""

    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class StoreId(Entry):
    """One store id of an app and the days on which it means this app."""

    store: str
    id: str
    since: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None


@dataclass(frozen=True)
class Rename(Entry):
    to: str
    on: date


@dataclass(frozen=True)
class App(Entry):
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
class Term(Entry):
    """A code with its name in both languages: a store, a chart, a category."""

    id: str
    en: str
    fr: str
    kind: str = ""
    device: str = ""
    genre: int | None = None


@dataclass(frozen=True)
class Metric(Entry):
    """What a number counts. Only metrics of one `axis` may share a scale."""

    id: str
    axis: str
    unit: str
    en: str
    fr: str
    means_en: str
    means_fr: str


@dataclass(frozen=True)
class Collection(Entry):
    """Who recorded the stores' feeds, and how often [hours]: a public archive, or our own collector."""

    id: str
    url: str
    en: str
    fr: str
    cadence_hours: int
    own: bool = False


@dataclass(frozen=True)
class Plan(Entry):
    """What one run of the collector asks of every storefront."""

    charts: tuple[str, ...]
    category_charts: tuple[str, ...]
    categories: tuple[str, ...]
    views_since: date
