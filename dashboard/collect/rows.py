"""The shape of a row of each dataset, and what makes it acceptable.

Field names are the columns of queries/tables/<dataset>.sql. Validators take the catalogue and the
moment of the ingest from the validation context.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Literal, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)

_PARTIAL = re.compile(r"\d{4}(-\d{2}){0,2}")


def _context(info: ValidationInfo) -> dict[str, Any]:
    """What check.context made; no row is checked without it."""
    return cast("dict[str, Any]", info.context)


def _known(kind: str) -> Callable[[str, ValidationInfo], str]:
    """A check that a code stands in the catalogue under `kind`."""

    def check(code: str, info: ValidationInfo) -> str:
        if code not in _context(info)["known"][kind]:
            raise ValueError(f"{code!r} is not among the catalogue's {kind}")
        return code

    return check


def _partial(text: str, info: ValidationInfo) -> str:
    if not _PARTIAL.fullmatch(text):
        raise ValueError(f"{text!r} is no date: write 2025, 2025-02 or 2025-02-06")
    first = date.fromisoformat((text + "-01-01")[:10])
    _past(first, info)
    return text


def _past(moment: Any, info: ValidationInfo) -> Any:
    now: datetime = _context(info)["now"]
    limit = now if isinstance(moment, datetime) else now.date()
    if moment > limit:
        raise ValueError(f"{moment} is in the future")
    return moment


def _blank(value: Any) -> Any:
    return None if value == "" else value


def _apps(text: str, info: ValidationInfo) -> str:
    for code in text.split(";"):
        _known("apps")(code, info)
    return text


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.+-]*$", max_length=96)]
Text = Annotated[str, Field(min_length=1, max_length=500)]
Note = Annotated[str, Field(max_length=500)]
App = Annotated[str, AfterValidator(_known("apps"))]
Storefront = Annotated[str, AfterValidator(_known("storefronts"))]
Scope = Annotated[str, AfterValidator(_known("scopes"))]
Store = Annotated[str, AfterValidator(_known("stores"))]
Chart = Annotated[str, AfterValidator(_known("charts"))]
Category = Annotated[str, AfterValidator(_known("categories"))]
Metric = Annotated[str, AfterValidator(_known("metrics"))]
Day = Annotated[date, AfterValidator(_past)]
Moment = Annotated[datetime, AfterValidator(_past)]
Partial = Annotated[str, AfterValidator(_partial)]
MaybePartial = Annotated[Partial | None, BeforeValidator(_blank)]
MaybeDay = Annotated[date | None, BeforeValidator(_blank)]
MaybeInt = Annotated[int | None, BeforeValidator(_blank)]
MaybeId = Annotated[Id | None, BeforeValidator(_blank)]
Platform = Literal["web", "ios", "android", "all"]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(Row):
    store: Store
    country: Storefront
    device: Literal["iphone", "ipad", "android"]
    chart: Chart
    category: Category
    observed_at: Moment
    time_precision: Literal["day", "second"]
    source: Text
    depth: Annotated[int, Field(ge=1, le=500)]
    scope: Literal["all", "assistants"]
    rank: Annotated[int, Field(ge=1)]
    app_id: Text
    app_name: Text

    @model_validator(mode="after")
    def within_depth(self) -> "Place":
        if self.rank > self.depth:
            raise ValueError(f"rank {self.rank} is beyond the chart's depth of {self.depth}")
        return self


class Rating(Row):
    store: Store
    country: Storefront
    app_id: Text
    observed_at: Moment
    app_name: Text
    rating_count: Annotated[int, Field(ge=0)]
    rating_average: Annotated[float, Field(ge=0, le=5)]
    version: Text
    released_at: Moment
    source: Text


class Source(Row):
    source_id: Id
    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    title: Text
    publisher: Text
    published_on: MaybePartial
    recorded_on: Day


class Conflict(Row):
    conflict_id: Id
    title_en: Text
    title_fr: Text
    reading_en: Text
    reading_fr: Text
    recorded_on: Day


class Claim(Row):
    """What every claim carries: its source, a known conflict, notes in both languages."""

    source_id: Id
    conflict_id: MaybeId
    note_en: Note
    note_fr: Note
    recorded_on: Day


class Launch(Claim):
    launch_id: Id
    app: App
    platform: Platform
    scope: Scope
    launched_on: Partial
    basis: Literal["announced", "store_release", "reused_id"]


class Milestone(Claim):
    claim_id: Id
    app: App
    metric: Metric
    value: Annotated[float, Field(ge=0)]
    unit: Text
    qualifier: Literal["exact", "at_least", "about", "estimate"]
    platform: Platform
    scope: Scope
    period_start: MaybePartial
    period_end: MaybePartial
    days_stated: MaybeInt
    kind: Literal["reported", "estimated"]
    stated_by: Text
    rests_on: str
    core: bool
    population: str


class ReportedRank(Claim):
    claim_id: Id
    app: App
    country: Scope
    store: Literal["app_store", "google_play", "both", "all"]
    device: Literal["iphone", "ipad", "android", "any"]
    chart: Chart
    category: Category
    rank: Annotated[int, Field(ge=1)]
    first_day: MaybeDay
    last_day: Annotated[date, Field()]
    precision: Literal["day", "interval", "approximate", "upper_bound", "month", "week", "year"]
    stated_by: Text

    @model_validator(mode="after")
    def in_order(self) -> "ReportedRank":
        if self.first_day and self.first_day > self.last_day:
            raise ValueError(f"first_day {self.first_day} comes after last_day {self.last_day}")
        return self


class Event(Claim):
    event_id: Id
    happened_on: Partial
    apps: Annotated[str, AfterValidator(_apps)]
    country: Scope
    kind: Text
    title_en: Text
    title_fr: Text


class Feature(Claim):
    claim_id: Id
    app: App
    feature: Annotated[str, AfterValidator(_known("features"))]
    scope: Scope
    as_of: MaybePartial
    value_en: Text
    value_fr: Text


CLAIMS: dict[str, type[Row]] = {
    "sources": Source,
    "conflicts": Conflict,
    "launches": Launch,
    "milestones": Milestone,
    "reported_ranks": ReportedRank,
    "events": Event,
    "features": Feature,
}
OBSERVATIONS: dict[str, type[Row]] = {"charts": Place, "ratings": Rating}
