"""The status and headers of a response, read before its body."""

from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime

import httpx

from dashboard.collect.http.exchange import RejectedError, Response
from dashboard.collect.sources.parsing import to_utc
from dashboard.domain.clock import utc_now
from dashboard.domain.text_cleaning import MAX_LENGTH

OK, UNCHANGED, MISSING = 200, 304, 404
ENDLESS = 1e9  # upper bound of a wait, beyond any limit that is set [s]
BUSY = {429, 500, 502, 503, 504}


def with_headers(asked: Response, response: httpx.Response) -> Response:
    """Return the response with the status and headers, still without its body."""
    headers = response.headers
    return replace(
        asked,
        status=response.status_code,
        etag=_validator(headers.get("etag", "")),
        last_modified=_validator(headers.get("last-modified", "")),
        server_at=_moment(headers.get("date", "")),
        retry_after=_seconds(headers.get("retry-after", "")),
    )


def _validator(text: str) -> str:
    """A header that is sent back at the next run; empty where it could not be sent as it came."""
    return text if text.isascii() and text.isprintable() and len(text) <= MAX_LENGTH else ""


def refuse_status(response: httpx.Response) -> None:
    status = response.status_code
    if status in BUSY:
        raise RejectedError("busy", f"HTTP {status}")
    if response.has_redirect_location:
        raise RejectedError("moved", response.headers["location"][:200])
    if status not in (OK, UNCHANGED, MISSING):
        raise RejectedError("status", f"HTTP {status}")


def _moment(text: str) -> datetime | None:
    """Parse an HTTP date as UTC; None where it is invalid."""
    try:
        return to_utc(parsedate_to_datetime(text))
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _seconds(text: str) -> float:
    """The wait of a Retry-After header [s]: a number of seconds or a moment; 0 where it asks nothing."""
    if text.isascii() and text.isdigit():
        return min(float(text), ENDLESS)
    until = _moment(text)
    return max(0.0, (until - utc_now()).total_seconds()) if until else 0.0
