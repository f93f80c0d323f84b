"""The TOML that tells how another tool's CSV export is to be read."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dashboard.collect.check import BadRows, Fault

Key = Literal["date", "app", "country", "category", "store", "device", "chart", "platform", "metric", "value"]
NEEDED: dict[str, tuple[Key, ...]] = {
    "ranks": ("date", "app", "country", "category", "store", "device", "chart", "value"),
    "downloads": ("date", "app", "country", "platform", "metric", "value"),
}


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Layout(_Part):
    """How the file is written. `thousands`: what stands between groups of three digits."""

    encoding: str = "utf-8-sig"
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    date_format: str = "%Y-%m-%d"
    thousands: str = ""
    blanks: tuple[str, ...] = ("",)


class Wide(_Part):
    """A file with a column per app, country, category or day: what the headings name."""

    headings: Literal["app", "country", "category", "date"]
    leave_out: tuple[str, ...] = ()


class Map(_Part):
    """What a row of an export means: each needed key is a column, a constant or the wide headings."""

    kind: Literal["ranks", "downloads"]
    publisher: Annotated[str, Field(pattern=r"^[^@]+$", max_length=80)]
    collection: Annotated[str, Field(pattern=r"^[^@]*$", max_length=80)] = ""
    url: Annotated[str, Field(pattern=r"^https?://[^\s#]+$")]
    depth: Annotated[int, Field(ge=1, le=1000)] | None = None
    blank_means: Literal["unknown", "below"] = "unknown"
    period: Literal["day", "week", "month"] = "day"
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
        return self

    def column(self, key: str) -> str:
        """What a reader of the file calls a key: its column, else the key itself."""
        return {str(known): column for known, column in self.columns.items()}.get(key, key)


def read_map(path: Path) -> Map:
    """Raises BadRows naming each entry of the map that is wrong."""
    try:
        return Map.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRows([Fault(path, 1, "-", f"cannot be read: {error}")]) from error
    except ValidationError as error:
        faults = [(".".join(map(str, one["loc"])) or "-", str(one["msg"])) for one in error.errors()]
        raise BadRows(
            [Fault(path, 1, place, msg.removeprefix("Value error, ")) for place, msg in faults]
        ) from error
