"""The cells of a row: types that know the catalogue and the moment of the ingest.

Both come from the validation context that check.context makes.
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
    NaiveDatetime,
    ValidationInfo,
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
Feature = Annotated[str, AfterValidator(_known("features"))]
AppList = Annotated[str, AfterValidator(_apps)]
Day = Annotated[date, AfterValidator(_past)]
Moment = Annotated[NaiveDatetime, AfterValidator(_past)]
Partial = Annotated[str, AfterValidator(_partial)]
MaybePartial = Annotated[Partial | None, BeforeValidator(_blank)]
MaybeDay = Annotated[date | None, BeforeValidator(_blank)]
Count = Annotated[int, Field(ge=0)]
MaybeCount = Annotated[Count | None, BeforeValidator(_blank)]
MaybeId = Annotated[Id | None, BeforeValidator(_blank)]
Platform = Literal["web", "ios", "android", "all"]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
