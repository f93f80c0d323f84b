"""The cells of a row: types that know the catalogue and the moment of the ingest.

Both come from the validation context that validation_context makes.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NaiveDatetime,
    ValidationInfo,
    model_validator,
)

from dashboard.domain.text_cleaning import MAX_LENGTH, clean_text, has_invisible

_PARTIAL = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
MOST = {"integer": 2**31 - 1, "bigint": 2**63 - 1}  # the greatest whole number of a column, by its type


def _context(info: ValidationInfo) -> dict[str, Any]:
    """The context that validation_context made; no row is validated without it."""
    return cast("dict[str, Any]", info.context)


def _known(kind: str) -> Callable[[str, ValidationInfo], str]:
    """Return a validator: the code must be in the catalogue under `kind`."""

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


def _number(value: Any) -> Any:
    """Reject a bool, which Python counts as an int."""
    if isinstance(value, bool):
        raise ValueError("is true or false, not a number")
    return value


def _apps(text: str, info: ValidationInfo) -> str:
    for code in text.split(";"):
        _known("apps")(code, info)
    return text


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.+-]*$", max_length=96)]
Text = Annotated[str, Field(min_length=1, max_length=MAX_LENGTH)]
Note = Annotated[str, Field(max_length=MAX_LENGTH)]
AppId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=200)]
Url = Annotated[str, Field(pattern=r"^https?://[^\s\x00-\x20\x7f<>\"]+$", max_length=4000)]
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
Count = Annotated[int, Field(ge=0, le=MOST["bigint"]), BeforeValidator(_number)]
SmallCount = Annotated[int, Field(ge=0, le=MOST["integer"]), BeforeValidator(_number)]
Rank = Annotated[int, Field(ge=1, le=MOST["integer"]), BeforeValidator(_number)]
MaybeCount = Annotated[SmallCount | None, BeforeValidator(_blank)]
MaybeId = Annotated[Id | None, BeforeValidator(_blank)]
Platform = Literal["web", "ios", "android", "all"]


class Row(BaseModel):
    """A row of a dataset. Its texts are cleaned, but for codes, which have a pattern; raises ValidationError.

    Where `by_hand`, whoever wrote the row can mend it: what would have to be cleaned is then refused.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    by_hand: ClassVar[bool] = False

    @model_validator(mode="before")
    @classmethod
    def clean_texts(cls, cells: Any) -> Any:
        if not isinstance(cells, dict):
            return cells
        return _refuse_unseen(cells) if cls.by_hand else clean_cells(cls, cells)


def clean_cells(model: type[Row], cells: dict[str, Any]) -> dict[str, Any]:
    """The cells with each free text of `model` cleaned."""
    limits = _text_limits(model)
    return {
        name: clean_text(cell, limits[name]) if name in limits and isinstance(cell, str) else cell
        for name, cell in cells.items()
    }


def _refuse_unseen(cells: dict[str, Any]) -> dict[str, Any]:
    for name, cell in cells.items():
        if isinstance(cell, str) and has_invisible(cell):
            raise ValueError(f"{name} holds a control character, a line break or a mark of direction")
    return cells


@cache
def _text_limits(model: type[Row]) -> dict[str, int]:
    """The maximum length of each text of `model` [characters]; codes are no texts."""
    limits = {}
    for name, field in model.model_fields.items():
        facts = [fact for fact in field.metadata if hasattr(fact, "max_length") or hasattr(fact, "pattern")]
        if not any(getattr(fact, "pattern", None) for fact in facts):
            longest = [fact.max_length for fact in facts if getattr(fact, "max_length", None)]
            limits[name] = min(longest, default=MAX_LENGTH)
    return limits
