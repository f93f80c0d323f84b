"""The periods that rows of an export cover: only one that has ended is whole."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dashboard.collect.checks.validation import InvalidRowsError, Line
from dashboard.collect.imports.mapping import Map


def last_day(plan: Map, day: date) -> date:
    """The last day of the period that a row of this day covers; a week is named by its first day."""
    if plan.period == "month":
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day + timedelta(days=6) if plan.period == "week" else day


def exported_on(path: Path, now: datetime) -> date:
    """The latest day on which a file can have been exported (UTC): it was written then, or is taken now."""
    return min(datetime.fromtimestamp(path.stat().st_mtime, UTC).date(), now.date())


def whole_periods(lines: list[Line], plan: Map, exported: date) -> list[Line]:
    """The lines whose period ended before the day of the export; raises InvalidRowsError naming the others.

    The map may say that these are left out.
    """
    whole = [line for line in lines if last_day(plan, line.cells["date"]) < exported]
    if len(whole) < len(lines) and plan.unfinished == "refuse":
        reason = f"this {plan.period} had not ended by {exported}, the day of the export"
        remedy = 'take the row out, or write unfinished = "leave_out" in the map'
        running = [line for line in lines if line not in whole and line.cells["date"] <= exported]
        if running:
            raise InvalidRowsError([line.fault("date", f"{reason}; {remedy}") for line in running])
        return lines  # a day to come is refused as such
    return whole
