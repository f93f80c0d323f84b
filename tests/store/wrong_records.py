"""Faults of one record, or of one header, in an answer that is otherwise good."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.store.answers import Answer, Content
from tests.store.asked import Asked
from tests.store.fault import Fault
from tests.store.wrong_content import _list


@dataclass(frozen=True)
class OddCell(Fault):
    """The record number `at` says `value` under `name`; it may be a function of what it would say."""

    name: str = "id"
    value: Any = None
    at: int = 1

    def content(self, content: Content) -> Content:
        holder, name = _list(content)
        record = holder[name][self.at]
        record[self.name] = self.value(record[self.name]) if callable(self.value) else self.value
        return content


@dataclass(frozen=True)
class OddRecord(Fault):
    """The record number `at` is `value`, whatever that is."""

    value: Any = None
    at: int = 1

    def content(self, content: Content) -> Content:
        holder, name = _list(content)
        holder[name][self.at] = self.value
        return content


@dataclass(frozen=True)
class OddFeed(Fault):
    """The feed says `value` under `name`."""

    name: str = "updated"
    value: Any = None

    def content(self, content: Content) -> Content:
        content["feed"][self.name] = self.value
        return content


@dataclass(frozen=True)
class Changed(Fault):
    """Whatever a function makes of the content; by default nothing is left of it."""

    change: Callable[[Content], Any] = lambda _: None

    def content(self, content: Content) -> Any:
        return self.change(content)


@dataclass(frozen=True)
class TooMany(Fault):
    """`places` of them, ids and names made up, where fewer were asked for."""

    places: int = 1000

    def content(self, content: Content) -> Content:
        holder, name = _list(content)
        made = [
            {**holder[name][0], "id": f"9{number:09}", "name": f"Synthetic {number}"}
            for number in range(self.places)
        ]
        holder[name] = [*holder[name], *made][: self.places]
        return content


@dataclass(frozen=True)
class OddBytes(Fault):
    """The bytes `old` of the body are `new`."""

    old: bytes = b"0"
    new: bytes = b"1"

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, body=answer.body.replace(self.old, self.new, 1))


@dataclass(frozen=True)
class OddHeaders(Fault):
    """A status and headers of its own beside the good ones."""

    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200

    def answer(self, answer: Answer, asked: Asked) -> Answer:
        return replace(answer, status=self.status, headers=answer.headers | dict(self.headers))
