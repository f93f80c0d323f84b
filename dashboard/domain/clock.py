"""The clock, and the format of times."""

from datetime import UTC, datetime

UTC_FORMAT = "%Y-%m-%dT%H:%M:%SZ"  # RFC 3339, which sorts as text


def utc_now() -> datetime:
    """Now, as naive UTC like every time in the data."""
    return datetime.now(UTC).replace(tzinfo=None)


def format_utc(moment: datetime) -> str:
    """A naive UTC moment to the second, such as 2026-11-20T06:00:00Z."""
    return moment.strftime(UTC_FORMAT)
