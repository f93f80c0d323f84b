"""Plausibility checks of a reading: its moment, and its ranks compared with the reading before it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from dashboard.collect.http.exchange import RejectedError
from dashboard.collect.sources.parsing import ChartReading
from dashboard.collect.state import Previous

AHEAD = timedelta(minutes=10)  # clocks differ a little
OLDEST = timedelta(days=3)
NEAR = timedelta(days=3)  # readings further apart may well have little in common
IDLE = timedelta(hours=12)  # a long chart does not stay the same for so long
MIN_LENGTH_FOR_STALE = 20
MIN_RELATIVE_LENGTH = 0.9
FEWEST = 20  # a first reading with fewer places is no whole chart
MIN_OVERLAP = 0.3
DAYS_TO_ACCEPT_SHORT = 3  # days on which a chart must be as short before it is believed


def check_reading(
    reading: ChartReading, previous: Previous | None, shrunk: Mapping[date, int], asked_at: datetime
) -> None:
    """Raise RejectedError for an implausible reading; `shrunk`: date -> number of rows, from earlier rejections."""
    _refuse_time(reading, asked_at)
    if previous and reading.observed_at < previous.observed_at:
        raise RejectedError("older", f"{reading.observed_at}, while {previous.observed_at} is held")
    _refuse_shrunk(reading, previous, shrunk, asked_at.date())
    if previous and previous.observed_at < reading.observed_at:
        _refuse_stale(reading, previous)
        _refuse_strange(reading, previous)


def _refuse_time(reading: ChartReading, asked_at: datetime) -> None:
    if not asked_at - OLDEST <= reading.observed_at <= asked_at + AHEAD:
        raise RejectedError("time", f"published {reading.observed_at}, read {asked_at:%Y-%m-%d %H:%M:%S}")


def _refuse_stale(reading: ChartReading, previous: Previous) -> None:
    apart = reading.observed_at - previous.observed_at
    if reading.ids == previous.ids and apart >= IDLE and len(reading.ids) >= MIN_LENGTH_FOR_STALE:
        raise RejectedError("stale", f"place by place the list of {previous.observed_at}")


def _refuse_shrunk(
    reading: ChartReading, previous: Previous | None, shrunk: Mapping[date, int], today: date
) -> None:
    """Reject a shorter chart as incomplete, until it has been as short on three days."""
    depth = len(reading.ids)
    if depth >= (MIN_RELATIVE_LENGTH * len(previous.ids) if previous else FEWEST):
        return
    alike = {day for day, places in shrunk.items() if abs(places - depth) <= 1 and day < today}
    if len(alike) < DAYS_TO_ACCEPT_SHORT - 1:
        before = f"{len(previous.ids)} before" if previous else f"a chart has at least {FEWEST}"
        raise RejectedError("shrunk", f"{depth} places, {before}")


def _refuse_strange(reading: ChartReading, previous: Previous) -> None:
    if reading.observed_at - previous.observed_at > NEAR:
        return
    common = len(set(reading.ids) & set(previous.ids)) / min(len(reading.ids), len(previous.ids))
    if common < MIN_OVERLAP:
        raise RejectedError("strange", f"{common:.0%} of the apps of {previous.observed_at}")
