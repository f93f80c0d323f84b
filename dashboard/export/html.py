"""Markdown and result tables as HTML; HTML in a text stays text."""

import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pandas as pd
from markdown_it import MarkdownIt
from markupsafe import escape

from dashboard.export.site.blocks import Table
from dashboard.export.tables import to_csv
from dashboard.text.columns import COLUMN_LABELS
from dashboard.text.translator import Translator

MAX_ROWS = 30  # of a table on a page of the static site
MISSING = "–"
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
# Streamlit's icons and badges, which no other Markdown knows.
_ICON = re.compile(r":material/\w+:\s*")
_BADGE = re.compile(r":\w+-badge\[([^\]]*)\]")
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


def render_block(markdown: str) -> str:
    """Paragraphs and lists as HTML."""
    return str(_MARKDOWN.render(_strip_streamlit(markdown)))


def render_inline(markdown: str) -> str:
    """Markdown within a line as HTML."""
    return str(_MARKDOWN.renderInline(_strip_streamlit(markdown)))


def strip_tags(html: str) -> str:
    """The text of some HTML, for titles and previews; still escaped."""
    return _SPACE.sub(" ", _TAG.sub(" ", html)).strip().replace(" ,", ",").replace(" .", ".")


def _strip_streamlit(markdown: str) -> str:
    return _BADGE.sub(r"\1", _ICON.sub("", markdown))


def build_table(frame: pd.DataFrame, t: Translator, *, markdown: bool) -> Table:
    """A table as cells of HTML, or as CSV where it is too long for a page.

    With `markdown` the cells are sentences, and the index is their first column; else they are values of a result.
    """
    rows = frame.reset_index() if markdown else frame
    headings = [render_inline(str(name)) for name in rows.columns]
    if len(rows) > MAX_ROWS:
        return Table(headings, [], len(rows), to_csv(rows))
    url_label = COLUMN_LABELS["url"]  # not within t(): the extraction of texts would read "url" as one
    url_column = t(url_label)
    cells = [
        [
            render_inline(str(cell)) if markdown else _render_cell(cell, t, is_url=name == url_column)
            for name, cell in zip(rows.columns, row, strict=True)
        ]
        for row in rows.astype(object).itertuples(index=False, name=None)
    ]
    return Table(headings, cells, len(cells))


def _render_cell(cell: Any, t: Translator, *, is_url: bool) -> str:
    """One value in the reader's language: a list, number, date, moment, address or text."""
    match cell:
        case list() | tuple() | np.ndarray():
            text = t.join(str(item) for item in cell)
        case _ if pd.isna(cell):
            text = MISSING
        case bool():
            text = "✓" if cell else MISSING
        case int() | float():
            text = t.number(cell)
        case pd.Timestamp() if cell != cell.normalize():
            text = t.utc_datetime(cell.to_pydatetime())
        case date():
            text = t.day(cell)
        case _ if is_url and str(cell).startswith(("https://", "http://")):
            return f'<a href="{escape(cell)}">{escape(urlsplit(str(cell)).netloc)}</a>'
        case _:
            text = str(cell)
    return str(escape(text))
