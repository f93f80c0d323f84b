"""What the page showed, piece by piece: words, figure, table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard import tables
from dashboard.evidence.answers import Answer, Key
from dashboard.figures.picture import on_paper, picture
from dashboard.session import View
from dashboard.shown import Shown
from dashboard.texts import Texts

OPEN = 12  # rows of a table that stands open, and is printed
WIDE = 10  # columns that an upright sheet has room for


@dataclass(frozen=True)
class Table:
    """An answer in the reader's words."""

    headings: list[str]
    rows: list[list[str]]
    address: str = ""  # the heading of the column whose cells are links

    @property
    def long(self) -> bool:
        """Whether it stands folded."""
        return len(self.rows) > OPEN

    @property
    def wide(self) -> bool:
        """Whether its rows are printed as paragraphs."""
        return len(self.headings) > WIDE


@dataclass(frozen=True)
class Section:
    """A figure with its table, or a table alone; `figure` and `picture` are JSON, empty where there is none.

    `answer` is None where the table is made of sentences.
    """

    id: str
    shown: Shown
    title: str
    answer: Answer | None
    table: Table
    figure: str = ""
    picture: str = ""


def sections(view: View, answers: Mapping[Key, Answer]) -> list[Section]:
    """Each piece once, in the page's order."""
    return [
        _section(view, number, one, answers.get((one.question, one.asked)))
        for number, one in enumerate(view.shown, 1)
    ]


def unseen(view: View, answers: Mapping[Key, Answer]) -> dict[str, Table]:
    """The tables that the page did not show but made its words of, by the answer's id."""
    shown = {(one.question, one.asked) for one in view.shown}
    return {answer.id: table(view, answer.rows) for key, answer in answers.items() if key not in shown}


def table(view: View, rows: pd.DataFrame) -> Table:
    """Names for codes, dates and numbers as the reader's language writes them."""
    told = tables.readable(view, rows)
    cells = [[cell(view.texts, value) for value in row] for row in told.itertuples(index=False, name=None)]
    return Table(list(told.columns), cells, tables.address_heading(view))


def _section(view: View, number: int, shown: Shown, answer: Answer | None) -> Section:
    title = shown.title or (view.texts(answer.file.title) if answer else "")
    section = (f"s{number}", shown, title, answer, table(view, shown.rows))
    if shown.figure is None:
        return Section(*section)
    figure = on_paper(shown.figure)
    alone = picture(figure, title, f"{shown.about} · {source(view)}")
    return Section(*section, figure=figure.to_json(), picture=alone.to_json())


def source(view: View) -> str:
    """What a picture says of itself: the product, and the moment that its numbers stand so."""
    t = view.texts
    moment = view.filters.as_of or view.house.newest_ingest
    told = t("as of {moment}", moment=t.moment(moment)) if moment else ""
    return ", ".join(filter(None, ["Palmarès", told])).replace(" ", "\u00a0")


def cell(t: Texts, value: Any) -> str:
    """One cell in the reader's words."""
    if isinstance(value, (list, tuple)):
        return t.join(map(str, value))
    if pd.isna(value):
        return "–"
    if isinstance(value, pd.Timestamp):
        return t.moment(value)
    if isinstance(value, date):
        return t.day(value)
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    return t.number(value) if isinstance(value, (int, float)) else str(value)
