"""The most downloads that anybody claims of an app in the days chosen."""

from collections.abc import Iterable
from datetime import date

from tests.reference.bounds import DOWNLOADS
from tests.reference.dates import span
from tests.reference.snapshots import Row, Snapshots


def dated_within(row: Row, since: date, until: date) -> bool:
    """Whether a claim may speak of one of these days; an undated one speaks of none that is known."""
    ended = span(row["period_end"])
    began = span(row["period_start"]) or ended
    return ended is not None and began is not None and ended.last >= since and began.first <= until


def most_claimed(data: Snapshots, app: str, since: date, until: date) -> Row | None:
    """The greatest claim of downloads since launch, or of a period, which is a floor of that."""
    mine = [row for row in data.claims("milestones") if row["app"] == app and row["metric"] in DOWNLOADS]
    return max(_dated(mine, since, until), key=lambda row: float(row["value"]), default=None)


def _dated(rows: Iterable[Row], since: date, until: date) -> list[Row]:
    return [row for row in rows if dated_within(row, since, until)]
