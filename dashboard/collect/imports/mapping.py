"""The import map: TOML that describes how to read another tool's CSV export."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from dashboard.collect.checks.validation import Fault, InvalidRowsError

Key = Literal["date", "app", "country", "category", "store", "device", "chart", "platform", "metric", "value"]
NEEDED: dict[str, tuple[Key, ...]] = {
    "ranks": ("date", "app", "country", "category", "store", "device", "chart", "value"),
    "downloads": ("date", "app", "country", "platform", "metric", "value"),
}
OTHERS = "*"  # in [values]: every word that is neither listed nor known
TOTALS = (
    *("average", "avg", "grand total", "mean", "sum", "total", "totals"),
    *("ensemble", "moyenne", "somme", "total général"),
)


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (LookupError, OSError, ValueError) as error:
        raise ValueError(f"{name!r} is no time zone; write UTC or America/New_York") from error


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Layout(_Part):
    """The layout of the file.

    `thousands` stands between groups of three digits, `decimal` before decimals; `header_line` is the header's, where
    it cannot be told by its columns; `totals` begin rows that are no data; `zone` is that of hours without one.
    """

    encoding: str = "utf-8-sig"
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    header_line: Annotated[int, Field(ge=1)] | None = None
    date_format: str = "%Y-%m-%d"
    zone: Annotated[str, AfterValidator(_zone)] | None = None
    thousands: Annotated[str, Field(pattern=r"^[^0-9A-Za-z]?$")] = ""
    decimal: Literal["", ",", "."] = ""
    blanks: tuple[str, ...] = ("",)
    totals: tuple[str, ...] = TOTALS

    @model_validator(mode="after")
    def separate(self) -> "Layout":
        if self.decimal and self.decimal == self.thousands:
            raise ValueError("thousands and decimal cannot be the same")
        return self

    @property
    def precision(self) -> Literal["day", "hour", "minute", "second"]:
        """The precision of a row's moment; an hour without its time zone is ignored."""
        if not (self.zone or "%z" in self.date_format):
            return "day"
        if any(part in self.date_format for part in ("%S", "%T", "%X", "%c")):
            return "second"
        if "%M" in self.date_format:
            return "minute"
        return "hour" if "%H" in self.date_format or "%I" in self.date_format else "day"


class Wide(_Part):
    """A file with a column per app, country, category or day: what the headings name."""

    headings: Literal["app", "country", "category", "date"]
    leave_out: tuple[str, ...] = ()


class Map(_Part):
    """The meaning of a row of an export: each needed key is a column, a constant or the wide headings."""

    kind: Literal["ranks", "downloads"]
    publisher: Annotated[str, Field(pattern=r"^[^@]+$", max_length=80)]
    collection: Annotated[str, Field(pattern=r"^[^@]*$", max_length=80)] = ""
    url: Annotated[str, Field(pattern=r"^https?://[^\s#]+$")]
    depth: Annotated[int, Field(ge=1, le=1000)] | None = None
    blank_means: Literal["unknown", "below"] = "unknown"
    period: Literal["day", "week", "month"] = "day"
    unfinished: Literal["refuse", "leave_out"] = "refuse"
    file: Layout = Layout()
    columns: dict[Key, str]
    wide: Wide | None = None
    constants: dict[Key, str] = {}
    values: dict[Key, dict[str, str]] = {}

    @model_validator(mode="after")
    def complete(self) -> "Map":
        headed = [self.wide.headings, "value"] if self.wide else []
        given = [*self.columns, *self.constants, *headed]
        for key in NEEDED[self.kind]:
            if given.count(key) != 1:
                raise ValueError(f"{key} must be given once: by a column, a constant or the wide headings")
        if self.blank_means == "below" and self.depth is None:
            raise ValueError("a blank can mean below the cut-off only where depth is stated")
        for key, words in self.values.items():
            if words.get(OTHERS, "") != "" or (OTHERS in words and key in ("date", "value")):
                raise ValueError(f'"{OTHERS}" in [values.{key}] can only leave out: write "{OTHERS}" = ""')
        return self

    def column(self, key: str) -> str:
        """Return the name of a key in the file: its column, else the key itself."""
        return {str(known): column for known, column in self.columns.items()}.get(key, key)


def read_map(path: Path) -> Map:
    """Raises InvalidRowsError naming each entry of the map that is wrong."""
    try:
        return Map.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidRowsError([Fault(path, 1, "-", f"cannot be read: {error}")]) from error
    except ValidationError as error:
        faults = [(".".join(map(str, one["loc"])) or "-", str(one["msg"])) for one in error.errors()]
        raise InvalidRowsError(
            [Fault(path, 1, place, msg.removeprefix("Value error, ")) for place, msg in faults]
        ) from error
