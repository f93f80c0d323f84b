"""What all figures share: the look of an app, of a kind, and of an empty canvas.

Colours of text, grid and ground come from Streamlit's theme, so figures follow light and dark.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

NEUTRAL = "#868E96"
BAND = "rgba(134, 142, 150, 0.14)"
FONT = 13


@dataclass(frozen=True)
class Style:
    """How one app looks in every figure."""

    name: str
    colour: str
    marker: str


Styles = Mapping[str, Style]


def symbol(style: Style, kind: str) -> str:
    """The app's marker: filled where observed or reported, open where estimated."""
    return f"{style.marker}-open" if kind == "estimated" else style.marker


def canvas(height: int) -> go.Figure:
    """An empty figure of `height` [px] with room for direct labels and no legend."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        font={"size": FONT},
        hoverlabel={"align": "left"},
    )
    figure.update_xaxes(fixedrange=True, showgrid=False, zeroline=False, automargin=True, title=None)
    figure.update_yaxes(fixedrange=True, zeroline=False, automargin=True, title=None)
    return figure


def spread(wanted: Mapping[str, float], gap: float) -> dict[str, float]:
    """Positions for labels at least `gap` apart, each as near to its wanted one as order allows."""
    placed: dict[str, float] = {}
    last = float("-inf")
    for name, position in sorted(wanted.items(), key=lambda item: item[1]):
        last = max(position, last + gap)
        placed[name] = last
    return placed


def label(figure: go.Figure, style: Style, x: object, y: float, text: str = "") -> None:
    """Write the app's name in its colour just right of a point."""
    figure.add_annotation(
        x=x,
        y=y,
        text=f"<b>{text or style.name}</b>",
        font={"color": style.colour, "size": FONT},
        showarrow=False,
        xanchor="left",
        xshift=8,
    )
