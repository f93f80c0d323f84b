"""The blocks of a static page: the app's elements in their order, without its controls."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Heading:
    level: int  # 1 to 3
    html: str
    anchor: str
    kind: str = "heading"


@dataclass(frozen=True)
class Prose:
    """Text as HTML; `role` is words, small, note."""

    html: str
    role: str = "words"
    kind: str = "words"


@dataclass(frozen=True)
class Metric:
    label: str
    value: str
    kind: str = "number"


@dataclass(frozen=True)
class Chart:
    """A figure as Plotly's JSON, and what it shows in words."""

    spec: dict[str, Any]
    alt: str
    kind: str = "chart"


@dataclass(frozen=True)
class Table:
    """Rows of cells as HTML under headings; `rows` is empty where there are `count` rows and no room."""

    heads: list[str]
    rows: list[list[str]]
    count: int
    csv: bytes = b""
    kind: str = "table"


@dataclass(frozen=True)
class Code:
    text: str
    kind: str = "code"


@dataclass(frozen=True)
class Container:
    """Parts within parts: `role` is fold (with a title), columns or column."""

    role: str
    parts: list[Any] = field(default_factory=list)
    title: str = ""
    kind: str = "group"


Part = Heading | Prose | Metric | Chart | Table | Code | Container
