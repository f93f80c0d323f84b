"""The blocks of a page: its content as data, which the app, the evidence file and the static site draw."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from dashboard.text.labels import code_label
from dashboard.text.translator import Translator
from dashboard.warehouse.query_result import QueryResult

Role = Literal["body", "caption", "info", "warning", "error", "success"]
Style = Literal["buttons", "pills", "list", "select", "tabs"]


@dataclass(frozen=True)
class Heading:
    """A heading in markdown; `level` is 1 for the page's title, 2 for a section, 3 within one."""

    markdown: str
    anchor: str = ""
    level: int = 2


@dataclass(frozen=True)
class Text:
    """Paragraphs or a list in markdown; all roles but body and caption are notices."""

    markdown: str
    role: Role = "body"


@dataclass(frozen=True)
class Metric:
    """One large number under its label."""

    label: str
    value: str


@dataclass(frozen=True)
class Figure:
    """A figure with its texts.

    `title` is its finding, `lead` sentences below it, `legend` the key to its marks, `alt` what it shows in words, `source` the line of who observed
    or stated it, `result` what it draws, and its table where there is no figure. `packed` caches the serialized figure by its messages.
    """

    key: str
    title: str
    figure: go.Figure | None
    alt: str
    source: str
    result: QueryResult
    lead: str = ""
    legend: str = ""
    packed: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class ResultTable:
    """The rows of a result, with CSV, Parquet and SQL; with a `title` they are folded under it.

    `search` is the label of a box that filters the rows on the running page, if any.
    """

    key: str
    result: QueryResult
    title: str = ""
    search: str = ""


@dataclass(frozen=True)
class TextTable:
    """A table whose cells are sentences in markdown, and whose index is its first column; `width` [px]."""

    rows: pd.DataFrame
    alt: str
    width: int | Literal["stretch"] = "stretch"


@dataclass(frozen=True)
class Code:
    """Preformatted text, in a language that is highlighted, if any."""

    text: str
    language: str | None = None


@dataclass(frozen=True)
class Columns:
    """Blocks side by side, in cards if `border`; `widths` are relative."""

    columns: tuple[tuple["Block", ...], ...]
    widths: tuple[int, ...] = ()
    border: bool = False


@dataclass(frozen=True)
class Details:
    """Blocks folded under a title."""

    title: str
    blocks: tuple["Block", ...]
    key: str = ""


@dataclass(frozen=True)
class Choice:
    """A control that edits the filter `field`: its options by code, with their labels; `limit` of a list."""

    field: str
    title: str
    options: Mapping[Any, str]
    style: Style = "buttons"
    limit: int | None = None


@dataclass(frozen=True)
class Choices:
    """Controls side by side."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class FilterButton:
    """A button that changes filters, to where there is something to see."""

    key: str
    label: str
    changes: Mapping[str, Any]


Block = (
    Heading
    | Text
    | Metric
    | Figure
    | ResultTable
    | TextTable
    | Code
    | Columns
    | Details
    | Choice
    | Choices
    | FilterButton
)


def bullet_list(sentences: Iterable[str]) -> list[Block]:
    """Sentences as one list; no block without a sentence."""
    markdown = "\n".join(f"- {sentence}" for sentence in sentences)
    return [Text(markdown)] if markdown else []


def code_labels(t: Translator, codes: Iterable[str]) -> dict[str, str]:
    """The options of a choice among codes."""
    return {code: code_label(t, code) for code in codes}


def empty_state(title: str, reason: str, remedy: str, anchor: str = "") -> list[Block]:
    """What stands in place of content that has no data: the reason, and what would fill it."""
    return [Heading(title, anchor), Text(f"{reason} {remedy}".strip(), "info")]


def flatten(blocks: Iterable[Block]) -> list[Block]:
    """Every block in reading order, those within columns and details too."""
    flat: list[Block] = []
    for block in blocks:
        match block:
            case Columns():
                flat += [inner for column in block.columns for inner in flatten(column)]
            case Details():
                flat += [block, *flatten(block.blocks)]
            case _:
                flat.append(block)
    return flat
