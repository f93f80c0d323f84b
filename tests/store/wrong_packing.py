"""Faults of compression: sent to every client, accepted or not."""

import gzip
from dataclasses import dataclass, replace

from tests.store.answers import Answer
from tests.store.asked import Asked
from tests.store.fault import Fault
from tests.store.wrong_answers import MEGABYTE


@dataclass(frozen=True)
class GarbageGzip(Fault):
    """Said to be gzip, and is not."""

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, body=b"\x1f\x8b\x08\x00" + b"garbage" * 100).having(Content_Encoding="gzip")


@dataclass(frozen=True)
class CutGzip(Fault):
    """Half of the packed body, delivered in order: no checksum, no end."""

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        body = gzip.compress(answer.body, mtime=0)
        return replace(answer, body=body[: len(body) // 2]).having(Content_Encoding="gzip")


@dataclass(frozen=True)
class GzipBomb(Fault):
    """The right JSON, then spaces up to `size` bytes, packed to a thousandth."""

    size: int = 50 * MEGABYTE

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        body = gzip.compress(answer.body.ljust(self.size), compresslevel=1, mtime=0)
        return replace(answer, body=body).having(Content_Encoding="gzip")
