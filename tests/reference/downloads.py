"""The most downloads that anybody claims of an app up to a day."""

from datetime import date

from tests.reference.bounds import DOWNLOADS, tier
from tests.reference.dates import span
from tests.reference.rounding import least
from tests.reference.snapshots import Row, Snapshots

WEAKEST = 4  # tier of a source that names nobody it rests on


def is_period(row: Row) -> bool:
    """Whether a claim is of a period: the total is at least that."""
    return bool(row["metric"] == "downloads_in_period")


def most_claimed(data: Snapshots, app: str, until: date) -> list[Row]:
    """The claim with the greatest floor, of those that end by a day; a greater one of the weakest sources after it.

    Published figures are the newest up to the end of the days chosen; an undated one speaks of no known day.
    """
    mine = [row for row in data.claims("milestones") if row["app"] == app and row["metric"] in DOWNLOADS]
    dated = [row for row in mine if _ends_by(row, until)]
    named = _greatest(data, [row for row in dated if tier(data, row) < WEAKEST])
    unnamed = _greatest(data, [row for row in dated if tier(data, row) == WEAKEST])
    if named and unnamed:
        return [named, unnamed] if _floor(unnamed) >= _floor(named) else [named]
    return [one for one in (named, unnamed) if one]


def _ends_by(row: Row, until: date) -> bool:
    ended = span(row["period_end"])
    return ended is not None and ended.last <= until


def _floor(row: Row) -> float:
    return least(row["qualifier"], row["value"])


def _greatest(data: Snapshots, rows: list[Row]) -> Row | None:
    return min(
        rows, key=lambda row: (-_floor(row), tier(data, row), -row["value"], row["claim_id"]), default=None
    )
