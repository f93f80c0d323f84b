"""The shape of a row of what only our own collector records; as rows.py."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from dashboard.collect.checks import fields as f

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
    """One question to one server and what came of it; the raw answer's size and digest beside it."""

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
