"""The sections of an evidence file: what the page displayed, as text, figure and table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.charts.standalone import for_print, with_title_and_source
from dashboard.export.evidence.query_results import Results
from dashboard.sections.blocks import DisplayedBlock
from dashboard.sections.view import View
from dashboard.text import tables
from dashboard.text.context import ViewContext
from dashboard.text.translator import Translator

MAX_OPEN_ROWS = 12  # rows of a table that stands open, and is printed
WIDE = 10  # columns that fit on upright paper


@dataclass(frozen=True)
class Table:
    """A result as text in the reader's language."""

    headings: list[str]
    rows: list[list[str]]
    address: str = ""  # the heading of the column whose cells are links

    @property
    def collapsed(self) -> bool:
        """True where it is folded at first."""
        return len(self.rows) > MAX_OPEN_ROWS

    @property
    def wide(self) -> bool:
        """True where its rows are printed as paragraphs."""
        return len(self.headings) > WIDE


@dataclass(frozen=True)
class Section:
    """A figure with its table, or a table alone; `figure` and `picture` are JSON, empty where there is none.

    `result` is the id of its result, empty where the table is made of sentences.
    """

    id: str
    block: DisplayedBlock
    title: str
    result: str
    table: Table
    figure: str = ""
    picture: str = ""


def build_sections(view: View, results: Results) -> list[Section]:
    """A section for each displayed block, in the page's order."""
    ids = {result.key: name for name, result in results.items()}
    return [
        _section(view, f"s{number}", block, ids[block.result.key] if block.result else "")
        for number, block in enumerate(view.blocks, 1)
    ]


def background_tables(view: View, results: Results) -> dict[str, Table]:
    """Results that the page used for its text but did not display, as tables keyed by result id."""
    displayed = {block.result.key for block in view.blocks if block.result}
    return {
        name: build_table(view, result.rows)
        for name, result in results.items()
        if result.key not in displayed
    }


def build_table(view: ViewContext, rows: pd.DataFrame) -> Table:
    """Names for codes, dates and numbers as the reader's language writes them."""
    frame = tables.to_display_table(view, rows)
    cells = [
        [format_cell(view.texts, value) for value in row] for row in frame.itertuples(index=False, name=None)
    ]
    return Table(list(frame.columns), cells, tables.url_heading(view))


def _section(view: View, name: str, block: DisplayedBlock, result: str) -> Section:
    title = block.title or (view.texts(block.result.file.title) if block.result else "")
    section = (name, block, title, result, build_table(view, block.rows))
    if block.figure is None:
        return Section(*section)
    figure = for_print(block.figure)
    picture = with_title_and_source(figure, title, f"{block.about} · {picture_source(view)}")
    return Section(*section, figure=figure.to_json(), picture=picture.to_json())


def picture_source(view: View) -> str:
    """The source line of a picture: the product and its as-of moment."""
    t = view.texts
    moment = view.filters.as_of or view.warehouse.newest_ingest
    as_of = t("as of {moment}", moment=t.utc_datetime(moment)) if moment else ""
    return ", ".join(filter(None, ["Palmarès", as_of])).replace(" ", "\u00a0")


def format_cell(t: Translator, value: Any) -> str:
    """One value in the reader's language."""
    if isinstance(value, (list, tuple)):
        return t.join(map(str, value))
    if pd.isna(value):
        return "–"
    if isinstance(value, pd.Timestamp):
        return t.utc_datetime(value)
    if isinstance(value, date):
        return t.day(value)
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    return t.number(value) if isinstance(value, (int, float)) else str(value)
