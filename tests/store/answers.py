"""An HTTP answer before it is sent: built from content, given its validators, packed."""

import gzip
import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from typing import Any

Content = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """`as_is`: the body goes out unpacked, even to a client that accepts gzip."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    as_is: bool = False

    def having(self, **headers: str) -> "Answer":
        """The same with more headers; an underscore stands for a hyphen."""
        return replace(self, headers=self.headers | {k.replace("_", "-"): v for k, v in headers.items()})


class Refusal(Exception):
    """The store cannot answer this question; `answer` says so as the store would."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


def http_date(moment: datetime) -> str:
    """As HTTP writes a moment: `Thu, 26 Feb 2026 09:55:31 GMT`."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def encode(content: Content) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def text(status: int, words: str) -> Answer:
    return Answer(status, words.encode(), {"Content-Type": "text/plain; charset=utf-8"})


def problem(status: int, detail: str, path: str) -> Answer:
    """As Wikimedia's API refuses: problem details in JSON."""
    kind = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "method": "get"}
    return Answer(
        status,
        encode(kind | {"detail": detail, "uri": path}),
        {"Content-Type": "application/problem+json"},
    )


def validated(answer: Answer, asked: dict[str, str]) -> Answer:
    """A good answer with its ETag, or 304 where the client has it already; others as they are."""
    if answer.status != HTTPStatus.OK:
        return answer
    tag = f'"{hashlib.sha256(answer.body).hexdigest()[:32]}"'
    tagged = answer.having(ETag=tag)
    if not _has_it(asked, tag, answer.headers.get("Last-Modified")):
        return tagged
    kept = {name: value for name, value in tagged.headers.items() if name in {"ETag", "Last-Modified"}}
    return Answer(HTTPStatus.NOT_MODIFIED, headers=kept)


def _has_it(asked: dict[str, str], tag: str, modified: str | None) -> bool:
    """A tag outweighs a date (RFC 9110, 13.2.2)."""
    if tags := asked.get("if-none-match"):
        return tags.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in tags.split(",")]
    since = asked.get("if-modified-since")
    if not since or not modified:
        return False
    return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)


def packed(answer: Answer, asked: dict[str, str]) -> Answer:
    """Gzipped where the client accepts it."""
    ready = answer.as_is or not answer.body or "Content-Encoding" in answer.headers
    if ready or "gzip" not in asked.get("accept-encoding", ""):
        return answer
    smaller = replace(answer, body=gzip.compress(answer.body, compresslevel=1, mtime=0))
    return smaller.having(Content_Encoding="gzip", Vary="Accept-Encoding")
