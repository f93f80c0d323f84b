"""A figure that stands alone: on paper's ground, and as a picture with title, source and date in it."""

from html import escape
from textwrap import wrap

import plotly.graph_objects as go

WIDTH = 1000  # of a picture [px]
TITLE, SOURCE = 20, 12  # letters [px]
LETTERS = {TITLE: 92, SOURCE: 155}  # in a line
AIR = 1.35  # of a line's height
FONT = "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif"
INK = "#1F2328"


def on_paper(figure: go.Figure) -> go.Figure:
    """A copy with the colours of paper; on a page these come from the page's theme."""
    return go.Figure(figure).update_layout(template="plotly_white", font={"family": FONT, "color": INK})


def picture(figure: go.Figure, title: str, source: str) -> go.Figure:
    """A copy of `on_paper` with its title and below it its source line, of a fixed size."""
    head, below = _lines(title, TITLE), _lines(source, SOURCE)
    room = round(AIR * (len(head) * TITLE + len(below) * SOURCE)) + 24
    shown = go.Figure(figure)
    top = shown.layout.margin.t or 0
    height = (shown.layout.height or 450) + room
    text = "<br>".join([*(f"<b>{line}</b>" for line in head), *_small(below)])
    place = {"x": 0, "xref": "container", "y": 1, "yref": "container", "xanchor": "left", "yanchor": "top"}
    shown.update_layout(
        width=WIDTH,
        height=height,
        margin={"t": top + room, "b": max(shown.layout.margin.b or 0, 16)},
        title={
            "text": text,
            "font": {"size": TITLE},
            "pad": {"t": 14, "l": 14},
            "automargin": False,
            **place,
        },
    )
    return shown


def _lines(text: str, size: int) -> list[str]:
    return [escape(line, quote=False) for line in wrap(text, LETTERS[size])]


def _small(lines: list[str]) -> list[str]:
    return [f'<span style="font-size:{SOURCE}px">{line}</span>' for line in lines]
