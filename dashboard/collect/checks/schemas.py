"""The shape of a row of each dataset: field names are the columns of queries/schema/<dataset>.sql.

A field with a default came later than its dataset: snapshots written before lack the column.
"""

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from dashboard.collect.checks import fields as f


class ChartRow(f.Row):
    store: f.Store
    country: f.Storefront
    device: Literal["iphone", "ipad", "android"]
    chart: f.Chart
    category: f.Category
    observed_at: f.Moment
    time_precision: Literal["day", "hour", "minute", "second"]
    source: f.Text
    depth: Annotated[int, Field(ge=1, le=1000)]
    scope: Literal["all", "assistants", "chosen"]
    rank: f.Rank | None  # None: looked for among chosen apps, and below the cut-off
    app_id: f.AppId
    app_name: f.Text

    @model_validator(mode="after")
    def within_depth(self) -> "ChartRow":
        if (self.rank or 0) > self.depth or (self.rank is None and self.scope != "chosen"):
            raise ValueError(f"rank {self.rank} is beyond the chart's depth of {self.depth}")
        return self


class Rating(f.Row):
    store: f.Store
    country: f.Storefront
    app_id: f.AppId
    observed_at: f.Moment
    app_name: f.Text
    rating_count: f.SmallCount
    rating_average: Annotated[float, Field(ge=0, le=5)]
    version: f.Text
    released_at: f.Moment
    source: f.Text


class Source(f.Row):
    by_hand: ClassVar[bool] = True
    source_id: f.Id
    url: f.Url
    title: f.Text
    publisher: f.Text
    tier: Literal["measured", "quoted", "press", "unnamed"] = "press"
    published_on: f.MaybePartial
    recorded_on: f.Day


class Conflict(f.Row):
    by_hand: ClassVar[bool] = True
    conflict_id: f.Id
    title_en: f.Text
    title_fr: f.Text
    reading_en: f.Text
    reading_fr: f.Text
    recorded_on: f.Day


class Claim(f.Row):
    by_hand: ClassVar[bool] = True
    source_id: f.Id
    conflict_id: f.MaybeId
    note_en: f.Note
    note_fr: f.Note
    recorded_on: f.Day


class Launch(Claim):
    launch_id: f.Id
    app: f.App
    platform: f.Platform
    platform_stated: bool = True
    scope: f.Scope
    launched_on: f.Partial
    basis: Literal["announced", "store_release", "reused_id"]


class Milestone(Claim):
    claim_id: f.Id
    app: f.App
    metric: f.Metric
    value: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    unit: f.Text
    qualifier: Literal["exact", "at_least", "about", "estimate"]
    platform: f.Platform
    platform_stated: bool = True
    scope: f.Scope
    scope_stated: bool = True
    period_start: f.MaybePartial
    period_end: f.MaybePartial
    approximate: bool = False  # period_start and period_end
    days_stated: f.MaybeCount
    kind: Literal["reported", "estimated"]
    stated_by: f.Text
    rests_on: str
    core: bool
    population: str


class ReportedRank(Claim):
    claim_id: f.Id
    app: f.App
    country: f.Scope
    store: Literal["app_store", "google_play", "both", "all"]
    device: Literal["iphone", "ipad", "android", "any"]
    chart: f.Chart
    category: f.Category
    rank: f.Rank
    first_day: f.MaybeDay
    last_day: date
    precision: Literal["day", "interval", "approximate", "upper_bound", "month", "week", "year"]
    stated_by: f.Text
    rests_on: str = ""

    @model_validator(mode="after")
    def in_order(self) -> "ReportedRank":
        if self.first_day and self.first_day > self.last_day:
            raise ValueError(f"first_day {self.first_day} comes after last_day {self.last_day}")
        return self


class Event(Claim):
    event_id: f.Id
    happened_on: f.Partial
    apps: f.AppList
    country: f.Scope
    kind: f.Text
    title_en: f.Text
    title_fr: f.Text


class Feature(Claim):
    claim_id: f.Id
    app: f.App
    feature: f.Feature
    scope: f.Scope
    as_of: f.MaybePartial
    value_en: f.Text
    value_fr: f.Text


CLAIMS: dict[str, type[f.Row]] = {
    "sources": Source,
    "conflicts": Conflict,
    "launches": Launch,
    "milestones": Milestone,
    "reported_ranks": ReportedRank,
    "events": Event,
    "features": Feature,
}
OBSERVATIONS: dict[str, type[f.Row]] = {"charts": ChartRow, "ratings": Rating}


Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
_CODE = r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*"
Languages = Annotated[str, Field(pattern=rf"^({_CODE}(,{_CODE})*)?$", max_length=4000)]
OUTCOMES = Literal["kept", "unchanged", "absent", "refused", "unreached"]


class Listing(f.Row):
    """An assistant's page in a store, or its absence; what the store left out is null."""

    store: f.Store
    country: f.Storefront
    app_id: f.AppId
    observed_at: f.Moment
    present: bool
    app_name: f.Text | None = None
    rating_count: f.Count | None = None
    rating_average: Annotated[float, Field(ge=0, le=5)] | None = None
    version: f.Text | None = None
    released_at: datetime | None = None
    first_released_at: datetime | None = None
    price: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    currency: Currency | None = None
    languages: Languages | None = None
    size_bytes: f.Count | None = None
    source: f.Text


class PageViews(f.Row):
    app: f.App
    project: f.Text
    article: f.Text
    day: f.Day
    views: f.Count
    access: Literal["all-access"]
    agent: Literal["user"]
    source: f.Text


class Attempt(f.Row):
    """A request to a server and its outcome, with the size and digest of the raw response."""

    run_at: datetime
    collection: f.Text
    country: str
    chart: str
    category: str
    subject: Annotated[str, Field(max_length=4000)]
    asked_at: datetime
    outcome: OUTCOMES
    reason: str
    detail: str
    tries: f.SmallCount
    http_status: f.SmallCount
    url: Annotated[str, Field(min_length=1, max_length=4000)]
    observed_at: datetime | None
    places: f.SmallCount | None
    answer_bytes: f.Count
    answer_sha256: str
    etag: str
    last_modified: str


COLLECTED: dict[str, type[f.Row]] = {"listings": Listing, "page_views": PageViews, "attempts": Attempt}
