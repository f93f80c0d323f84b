"""What a page shows: its texts and tables, in order, under their headings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from tests.app_pages.running import open_page, unfold
from tests.reference.draw import wording
from tests.reference.draw.links import Link

TEXTS = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
TABLES = ("dataframe",)


@dataclass(frozen=True)
class Text:
    """One text; `section` is the anchor of the heading above, `label` what a metric's number is of."""

    section: str
    kind: str
    text: str
    label: str = ""


@dataclass(frozen=True)
class Table:
    section: str
    frame: pd.DataFrame


Shown = Text | Table


def render(link: Link) -> list[Shown]:
    """The page as a reader sees it who follows the link and opens every fold."""
    app = unfold(open_page(link.page, **link.query))
    assert not app.exception, f"{link}: {app.exception[0].value}"
    return list(_elements(app))


def _elements(app: AppTest) -> Iterator[Shown]:
    section = ""
    for element in _walk(app.main):
        kind = element.type
        if kind in ("header", "subheader", "title"):
            section = element.anchor or section
        if kind in TEXTS:
            yield Text(section, kind, wording.plain(element.value))
        elif kind == "metric":
            yield Text(section, kind, wording.plain(element.value), element.label)
        elif kind == "table":
            yield from _cells(section, element.value)
        elif kind in TABLES:
            yield Table(section, element.value)


def _cells(section: str, frame: pd.DataFrame) -> Iterator[Text]:
    """The cells of a table of words, each with its row's and its column's name."""
    for measure, cells in frame.iterrows():
        named = f"{section or 'brief'}:{_one_line(measure)}"
        for column, text in cells.items():
            yield Text(named, "cell", _one_line(text), _one_line(column))


def _one_line(text: Any) -> str:
    return " ".join(wording.plain(str(text)).split())


def _walk(block: Any) -> Iterator[Any]:
    for child in getattr(block, "children", {}).values():
        yield child
        yield from _walk(child)
