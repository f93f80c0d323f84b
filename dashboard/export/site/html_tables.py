"""A table of the app as rows of HTML: whole, or not at all where it would not fit a light page."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pandas as pd
from markupsafe import escape

from dashboard.export.site import markup
from dashboard.export.site.blocks import Table
from dashboard.export.tables import to_csv
from dashboard.text.columns import COLUMN_LABELS
from dashboard.text.translator import Translator

MOST = 30  # rows that a page has room for
NOTHING = "–"


def build_table(frame: pd.DataFrame, t: Translator, *, written: bool) -> Table:
    """`written`: a table of sentences in Markdown with names at its left; else an answer's rows."""
    shown = frame.reset_index() if written else frame
    heads = [markup.inline(str(name)) for name in shown.columns]
    if len(shown) > MOST:
        return Table(heads, [], len(shown), to_csv(shown))
    tell = _written if written else _told
    heading = COLUMN_LABELS["url"]
    address = t(heading)
    rows = [
        [tell(cell, t, linked=name == address) for name, cell in zip(shown.columns, row, strict=True)]
        for row in shown.astype(object).itertuples(index=False, name=None)
    ]
    return Table(heads, rows, len(rows))


def _written(cell: Any, t: Translator, *, linked: bool) -> str:
    del t, linked
    return markup.inline(str(cell))


def _told(cell: Any, t: Translator, *, linked: bool) -> str:
    """One value as the reader writes it: a number, a day, a moment, an address, words."""
    match cell:
        case list() | tuple() | np.ndarray():
            told = t.join(str(one) for one in cell)
        case _ if pd.isna(cell):
            told = NOTHING
        case bool():
            told = "✓" if cell else NOTHING
        case int() | float():
            told = t.number(cell)
        case pd.Timestamp() if cell != cell.normalize():
            told = t.utc_datetime(cell.to_pydatetime())
        case date():
            told = t.day(cell)
        case _:
            return _linked(str(cell)) if linked else str(escape(cell))
    return str(escape(told))


def _linked(text: str) -> str:
    """An address as a link under its host's name; other words as they are."""
    if text.startswith(("https://", "http://")):
        return f'<a href="{escape(text)}">{escape(urlsplit(text).netloc)}</a>'
    return str(escape(text))
