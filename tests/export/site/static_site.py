"""A folder of pages, each read as strict XML: what a lenient parser would mend is a fault."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LIVE, SITE = "https://live.example/palmares", "https://twin.example/palmares"
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Page:
    path: Path

    @cached_property
    def tree(self) -> ET.Element:
        return ET.fromstring(self.path.read_bytes())

    @property
    def lang(self) -> str:
        return self.path.parent.name

    @property
    def words(self) -> str:
        """All that a reader can read, in one line."""
        return strip_spaces(" ".join(self.tree.find("body").itertext()))  # type: ignore[union-attr]

    def meta(self, name: str) -> str:
        """What the head says under a name or a property; fails where it says nothing or it twice."""
        values = [one.attrib["content"] for one in self.tree.iter("meta") if name in one.attrib.values()]
        assert len(values) == 1, (self.path, name, values)
        return values[0]

    def links(self, rel: str) -> list[dict[str, str]]:
        return [one.attrib for one in self.tree.iter("link") if one.attrib["rel"] == rel]

    def anchor(self, text: str) -> str:
        """Where the link under these words goes."""
        return next(one.attrib["href"] for one in self.tree.iter("a") if "".join(one.itertext()) == text)


@dataclass(frozen=True)
class StaticSite:
    folder: Path

    def pages(self) -> Iterator[Page]:
        return (Page(path) for path in sorted(self.folder.rglob("*.html")))

    def sheets(self) -> Iterator[Page]:
        """The pages of the app, without the choice of language."""
        return (page for page in self.pages() if page.path.parent != self.folder)

    def page(self, lang: str, name: str) -> Page:
        return Page(self.folder / lang / f"{name}.html")


def strip_spaces(text: str) -> str:
    """Words without regard to the spaces between them and to Markdown."""
    return SPACES.sub("", re.sub(r"[*\\]", "", text))
