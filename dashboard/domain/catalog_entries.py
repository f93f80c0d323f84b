"""What stands in the catalogue, entry by entry."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field


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
