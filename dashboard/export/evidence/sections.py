"""What the page showed, piece by piece: words, figure, table."""

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
WIDE = 10  # columns that an upright sheet has room for


@dataclass(frozen=True)
class Table:
    """A result in the reader's words."""

    headings: list[str]
    rows: list[list[str]]
    address: str = ""  # the heading of the column whose cells are links

    @property
    def collapsed(self) -> bool:
        """Whether it stands folded."""
        return len(self.rows) > MAX_OPEN_ROWS

    @property
    def wide(self) -> bool:
        """Whether its rows are printed as paragraphs."""
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
    """Each piece once, in the page's order."""
    ids = {result.key: name for name, result in results.items()}
    return [
        _section(view, f"s{number}", block, ids[block.result.key] if block.result else "")
        for number, block in enumerate(view.blocks, 1)
    ]


def background_tables(view: View, results: Results) -> dict[str, Table]:
    """The tables that the page did not display but made its words of, by the result's id."""
    displayed = {block.result.key for block in view.blocks if block.result}
    return {
        name: build_table(view, result.rows)
        for name, result in results.items()
        if result.key not in displayed
    }


def build_table(view: ViewContext, rows: pd.DataFrame) -> Table:
    """Names for codes, dates and numbers as the reader's language writes them."""
    told = tables.to_display_table(view, rows)
    cells = [
        [format_cell(view.texts, value) for value in row] for row in told.itertuples(index=False, name=None)
    ]
    return Table(list(told.columns), cells, tables.url_heading(view))


def _section(view: View, name: str, block: DisplayedBlock, result: str) -> Section:
    title = block.title or (view.texts(block.result.file.title) if block.result else "")
    section = (name, block, title, result, build_table(view, block.rows))
    if block.figure is None:
        return Section(*section)
    figure = for_print(block.figure)
    alone = with_title_and_source(figure, title, f"{block.about} · {picture_source(view)}")
    return Section(*section, figure=figure.to_json(), picture=alone.to_json())


def picture_source(view: View) -> str:
    """What a picture says of itself: the product, and the moment that its numbers stand so."""
    t = view.texts
    moment = view.filters.as_of or view.warehouse.newest_ingest
    told = t("as of {moment}", moment=t.utc_datetime(moment)) if moment else ""
    return ", ".join(filter(None, ["Palmarès", told])).replace(" ", "\u00a0")


def format_cell(t: Translator, value: Any) -> str:
    """One cell in the reader's words."""
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
