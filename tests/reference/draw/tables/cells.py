"""Cells that tables share: raw rows, periods, platforms."""

from collections.abc import Callable
from typing import Any

from tests.reference.draw import wording
from tests.reference.draw.amounts import EachOf, Partial
from tests.reference.draw.deriving import Cells
from tests.reference.rounding import least, most
from tests.reference.snapshots import StoreId

Cell = Callable[[Cells], Any]


def raw(dataset: str, column: str) -> Cell:
    """The cell of a raw row."""
    return lambda row: row.raw(dataset)[column]


def partial(dataset: str, column: str) -> Cell:
    return lambda row: Partial(row.raw(dataset)[column])


def low(row: Cells) -> Any:
    claim = row.raw("milestones")
    return least(claim["qualifier"], claim["value"])


def high(row: Cells) -> Any:
    claim = row.raw("milestones")
    return None if claim["metric"] == "downloads_in_period" else most(claim["qualifier"], claim["value"])


PLATFORMS = {"ios": "iPhone and iPad", "android": "Android", "all": "all platforms", "web": "web"}


def platform(row: Cells) -> str:
    said = {form: code for code, text in PLATFORMS.items() for form in wording.said(text, row.lang)}
    return said[row.cells["Platform"]]


def period(row: Cells) -> EachOf:
    """The dates of a claim's period, as exact as they are given, whole months also as months."""
    claim = row.raw("milestones")
    isos = [claim[name] for name in ("period_start", "period_end") if claim[name]]
    return EachOf(tuple(Partial(part) for iso in isos for part in (iso, iso[:7], iso[:4])))


CLAIMED: dict[str, Cell] = {
    "Period": period,
    "Value": raw("milestones", "value"),
    "From": partial("milestones", "period_start"),
    "To": partial("milestones", "period_end"),
    "Days, as stated": raw("milestones", "days_stated"),
}


def ours(known: StoreId, row: dict[str, Any]) -> bool:
    """Whether a row is of this id, on a day on which it means its app."""
    same = (known.store, known.app_id) == (row["store"], row["app_id"])
    return same and known.since <= row["observed_at"].date() <= known.until
