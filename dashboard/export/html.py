"""Blocks as HTML: markdown, tables, and the templates that draw them; HTML in a text stays text."""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from dashboard.sections.blocks import Block
from dashboard.text import tables
from dashboard.text.context import ViewContext
from dashboard.text.translator import Translator

MISSING = "–"
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
# Streamlit's icons and badges, which no other Markdown knows.
_ICON = re.compile(r":material/\w+:\s*")
_BADGE = re.compile(r":\w+-badge\[([^\]]*)\]")
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True)
class Table:
    """A table as cells of HTML under headings of HTML."""

    headings: list[str]
    rows: list[list[str]]


def render_markdown(markdown: str) -> str:
    """Paragraphs and lists as HTML."""
    return str(_MARKDOWN.render(_strip_streamlit(markdown))).strip()


def render_inline(markdown: str) -> str:
    """Markdown within a line as HTML."""
    return str(_MARKDOWN.renderInline(_strip_streamlit(markdown)))


def strip_tags(html: str) -> str:
    """The text of some HTML, for titles and previews; still escaped."""
    return _SPACE.sub(" ", _TAG.sub(" ", html)).strip().replace(" ,", ",").replace(" .", ".")


def _strip_streamlit(markdown: str) -> str:
    return _BADGE.sub(r"\1", _ICON.sub("", markdown))


def text_table(rows: pd.DataFrame) -> Table:
    """A table whose cells are sentences in markdown; the index is its first column."""
    frame = rows.reset_index()
    cells = [[render_inline(str(cell)) for cell in row] for row in frame.itertuples(index=False, name=None)]
    return Table([render_inline(str(name)) for name in frame.columns], cells)


def result_table(view: ViewContext, rows: pd.DataFrame) -> Table:
    """The rows of a result in the reader's language: labels for codes, dates and numbers as it writes them."""
    frame, url_heading = tables.to_display_table(view, rows), tables.url_heading(view)
    cells = [
        [
            _link(cell) if name == url_heading else str(escape(format_cell(view.texts, cell)))
            for name, cell in zip(frame.columns, row, strict=True)
        ]
        for row in frame.astype(object).itertuples(index=False, name=None)
    ]
    return Table([str(escape(name)) for name in frame.columns], cells)


def _link(address: Any) -> str:
    """A link that shows the host; anything but a web address stays text."""
    if not str(address).startswith(("https://", "http://")):
        return str(escape(MISSING if pd.isna(address) else address))
    return f'<a href="{escape(address)}">{escape(urlsplit(address).hostname or address)}</a>'


def format_cell(t: Translator, value: Any) -> str:
    """One value in the reader's language: a list, truth, number, date, moment or text."""
    match value:
        case list() | tuple() | np.ndarray():
            text = t.join(map(str, value))
        case _ if pd.isna(value):
            text = MISSING
        case pd.Timestamp() if value != value.normalize():
            text = t.utc_datetime(value)
        case date():
            text = t.day(value)
        case bool():
            text = t("yes") if value else t("no")
        case int() | float():
            text = t.number(value)
        case _:
            text = str(value)
    return text


def block_kind(block: Block) -> str:
    """The name of a block's type, by which the templates choose."""
    return type(block).__name__


def escape_script(value: Any) -> Markup:
    """JSON for a script element; no text in it can end the element."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  no tag can begin in it


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates of evidence files and of the static site."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "markdown": lambda text: Markup(render_markdown(text)),  # noqa: S704  HTML in it is escaped
        "inline": lambda text: Markup(render_inline(text)),  # noqa: S704
        "script": escape_script,
        "kind": block_kind,
        "text_table": text_table,
    }
    return environment
