"""Faults of status, headers and body."""

from dataclasses import dataclass, replace

from tests.store.answers import Answer, text
from tests.store.asked import Asked
from tests.store.fault import Fault

HTML = b"<!doctype html><html><head><title>Error</title></head><body><h1>Try again</h1></body></html>"
MEGABYTE = 2**20


@dataclass(frozen=True)
class BadGateway(Fault):
    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return text(502, "Bad Gateway")


@dataclass(frozen=True)
class ServiceUnavailable(Fault):
    """503; `retry_after` is seconds, or a date as answers.http_date writes it; None leaves the header out."""

    retry_after: int | str | None = 1
    status = 503

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        refused = text(self.status, "Later")
        return refused if self.retry_after is None else refused.having(Retry_After=str(self.retry_after))


@dataclass(frozen=True)
class TooManyRequests(ServiceUnavailable):
    status = 429


@dataclass(frozen=True)
class NotFound(Fault):
    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return text(404, "Not Found")


@dataclass(frozen=True)
class NotModified(Fault):
    """304 to whoever asks, with a condition or without."""

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return Answer(304)


@dataclass(frozen=True)
class HtmlPage(Fault):
    """An error page with status 200; `as_json` calls it JSON on top."""

    as_json: bool = False

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        page = replace(answer, body=HTML)
        return page if self.as_json else page.having(Content_Type="text/html; charset=utf-8")


@dataclass(frozen=True)
class EmptyBody(Fault):
    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, body=b"")


@dataclass(frozen=True)
class CutBody(Fault):
    """Half of the JSON, delivered in order: the length is right for the half."""

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, body=answer.body[: len(answer.body) // 2])


@dataclass(frozen=True)
class LeadingNewlines(Fault):
    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, body=b"\n\n\n" + answer.body)


@dataclass(frozen=True)
class ByteOrderMark(Fault):
    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, body=b"\xef\xbb\xbf" + answer.body)


@dataclass(frozen=True)
class BadUtf8(Fault):
    """The JSON is whole, but every `a` is a byte that no UTF-8 text holds, in names and keys alike."""

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, body=answer.body.replace(b"a", b"\xff"))


@dataclass(frozen=True)
class Huge(Fault):
    """The right JSON, then spaces up to `size` bytes; its length is told, and nothing is packed."""

    size: int = 50 * MEGABYTE

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, body=answer.body.ljust(self.size), as_is=True)


@dataclass(frozen=True)
class Redirect(Fault):
    to: str = "https://example.org/"
    status: int = 302

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return Answer(self.status, headers={"Location": self.to})


@dataclass(frozen=True)
class RedirectElsewhere(Fault):
    """To another host name, where a good answer waits: whoever follows shows it in `asked`, under /elsewhere."""

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        port = asked.headers["host"].rpartition(":")[2]
        return Answer(301, headers={"Location": f"http://localhost:{port}/elsewhere{asked.path}"})


@dataclass(frozen=True)
class RedirectLoop(Fault):
    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return Answer(302, headers={"Location": asked.path})
