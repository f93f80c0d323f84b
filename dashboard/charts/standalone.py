"""A figure that stands alone: on paper's ground, and as a picture with title, source and date in it."""

from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

WIDTH = 1000  # of a picture [px]
TITLE, SOURCE = 20, 12  # letters [px]
LETTERS = {TITLE: 76, SOURCE: 142}  # in a line, set in the widest face that stands in for the font
LINE = 1.3 * TITLE  # from line to line, small ones too [px]
EDGE = 16  # [px]
FONT = "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif"
INK = "#1F2328"
PAPER_FONT = {"family": FONT, "color": INK}


def for_print(figure: go.Figure) -> go.Figure:
    """A copy with the colours of paper; on a page these come from the page's theme."""
    return go.Figure(figure).update_layout(template="plotly_white", font=PAPER_FONT)


def spec_on_paper(spec: dict[str, Any]) -> dict[str, Any]:
    """The same of a figure as Plotly's JSON, which is not validated."""
    layout = spec["layout"]
    colours = {
        "template": pio.templates["plotly_white"].to_plotly_json(),
        "font": layout.get("font", {}) | PAPER_FONT,
    }
    return {"data": spec["data"], "layout": layout | colours}


def with_title_and_source(figure: go.Figure, title: str, source: str) -> go.Figure:
    """A copy of `on_paper` with its title and below it its source line, of a fixed size."""
    head, below = _lines(title, TITLE), _lines(source, SOURCE)
    room = round(LINE * (len(head) + len(below))) + 2 * EDGE
    shown = go.Figure(figure)
    margin = shown.layout.margin
    height = (shown.layout.height or 450) + room
    text = "<br>".join([*(f"<b>{line}</b>" for line in head), *_small(below)])
    shown.update_layout(
        width=WIDTH,
        height=height,
        margin={"t": (margin.t or 0) + room, "b": max(margin.b or 0, EDGE)},
        title={"text": text, "font": {"size": TITLE}, "automargin": False, **_corner(height)},
    )
    return shown


def _corner(height: float) -> dict[str, Any]:
    """The upper left corner of the picture, an edge away from its borders; a title hangs by its first baseline."""
    place = {"x": EDGE / WIDTH, "xanchor": "left", "y": 1 - (EDGE + TITLE) / height, "yanchor": "top"}
    return place | {"xref": "container", "yref": "container"}


def _lines(text: str, size: int) -> list[str]:
    return [escape(line, quote=False) for line in wrap(text, LETTERS[size])]


def _small(lines: list[str]) -> list[str]:
    return [f'<span style="font-size:{SOURCE}px">{line}</span>' for line in lines]
