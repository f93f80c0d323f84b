"""Faults of content: good JSON that says the wrong thing. Those of charts take charts of both feeds."""

from dataclasses import dataclass
from typing import Any

from tests.store.answers import Content
from tests.store.fault import Fault

LISTS = ("results", "entry", "items")


def _list(content: Content) -> tuple[Content, str]:
    """The object that holds a content's list, and the list's name in it; raises KeyError where there is none."""
    holder = content.get("feed", content)
    name = next((name for name in LISTS if name in holder), "entry")
    return holder, name


@dataclass(frozen=True)
class EmptyFeed(Fault):
    """No places: an empty list, and in the legacy feed none at all."""

    def content(self, content: Content) -> Content:
        holder, name = _list(content)
        empty: Content = {} if name == "entry" else {name: []}
        kept = {key: value for key, value in holder.items() if key != name} | empty
        counted = kept | {"resultCount": 0} if "resultCount" in kept else kept
        return {"feed": counted} if "feed" in content else counted


@dataclass(frozen=True)
class NoFeed(Fault):
    """Good JSON of another shape."""

    def content(self, content: Content) -> Any:
        return ["no", "feed"]


@dataclass(frozen=True)
class EntryAsObject(Fault):
    """The list has one result and is an object, as in the legacy feed."""

    def content(self, content: Content) -> Content:
        holder, name = _list(content)
        holder[name] = holder[name][0]
        return content


@dataclass(frozen=True)
class MissingGenres(Fault):
    """No place tells its genre."""

    def content(self, content: Content) -> Content:
        holder, name = _list(content)
        for place in holder[name]:
            del place["category" if name == "entry" else "genres"]
        return content


@dataclass(frozen=True)
class EmptyGenres(Fault):
    """`genres` is there and empty for ranks 1 to `until`; marketing feed only."""

    until: int = 10

    def content(self, content: Content) -> Content:
        for place in content["feed"]["results"][: self.until]:
            place["genres"] = []
        return content


@dataclass(frozen=True)
class Shrunk(Fault):
    """The first `depth` places only."""

    depth: int = 50

    def content(self, content: Content) -> Content:
        holder, name = _list(content)
        holder[name] = holder[name][: self.depth]
        return content


@dataclass(frozen=True)
class RepeatedApp(Fault):
    """The app of rank `first` stands at rank `again` too, in place of the right one."""

    first: int = 1
    again: int = 2

    def content(self, content: Content) -> Content:
        holder, name = _list(content)
        holder[name][self.again - 1] = holder[name][self.first - 1]
        return content


@dataclass(frozen=True)
class UnreadableTime(Fault):
    """`updated` is `said`; None leaves it out."""

    said: str | None = "yesterday at noon"

    def content(self, content: Content) -> Content:
        feed = content["feed"]
        legacy = isinstance(feed["updated"], dict)
        feed["updated"] = {"label": self.said} if legacy else self.said
        if self.said is None:
            del feed["updated"]
        return content


@dataclass(frozen=True)
class InternalAddress(Fault):
    """The legacy feed gives its address under an internal host, as Apple's has done: the chart is good."""

    def content(self, content: Content) -> Content:
        said = content["feed"]["id"]
        said["label"] = said["label"].replace("itunes.apple.com", "mzstoreservices-int-st.itunes.apple.com")
        return content
