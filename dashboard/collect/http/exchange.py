"""A request to a server, and its response."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from dashboard.domain.text_cleaning import clean_text


class RejectedError(Exception):
    """A response that is rejected: `reason` is a code, `detail` has its numbers or names."""

    def __init__(self, reason: str, detail: str = "") -> None:
        cleaned = clean_text(detail)  # it may repeat what a server wrote
        super().__init__(f"{reason}: {cleaned}" if cleaned else reason)
        self.reason, self.detail = reason, cleaned


def unforeseen(error: Exception) -> RejectedError:
    """Return the rejection of one response for an unexpected error of our own code."""
    return RejectedError("unreadable", f"{type(error).__name__}: {error}")


@dataclass(frozen=True)
class Request:
    """One HTTP request. Fields that do not apply are empty; `subject` is an article's title."""

    collection: str
    url: str
    country: str = ""
    chart: str = ""
    category: str = ""
    app: str = ""
    subject: str = ""

    def __str__(self) -> str:
        parts = (self.collection, self.country, self.chart, self.category, self.subject)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Response:
    """The response to a task: the body as it came, or the reason why there is none. Moments are UTC."""

    task: Request
    run_at: datetime
    asked_at: datetime
    status: int = 0
    tries: int = 1
    etag: str = ""
    last_modified: str = ""
    server_at: datetime | None = None
    reason: str = ""
    detail: str = ""
    retry_after: float = 0
    body: bytes = b""

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest() if self.body else ""

    @property
    def source(self) -> str:
        """The origin of a row: the collection, and the beginning of the answer's digest."""
        return f"{self.task.collection}@{self.sha256[:12]}"
