"""Charts of labelled rows under headings, in pixels from the top: the label stands above its row, for a telephone."""

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from dashboard.charts.theme import SMALL, empty_figure

HEADING_LINE, AXIS = 17, 44  # heights of a line of a heading and of the axis [px]
GAP = 8  # above a heading [px]
LABEL, ROW = 17, 18  # heights of a label and of the row below it [px]
Group = tuple[str, Sequence[str]]


def grouped_rows(
    groups: Iterable[Group], axis: int = AXIS, labels_left: float = 0
) -> tuple[go.Figure, list[float]]:
    """An empty figure with a row for each label under its group's heading, and the height of each row.

    `groups` are headings, empty for none, with the labels of their rows; all of them are markup. `labels_left` is the
    part of the width that labels take left of their rows; 0: they stand above them.
    """
    texts: list[tuple[float, str]] = []
    heights: list[float] = []
    y = 0.0
    above = 0 if labels_left else LABEL
    for heading, labels in groups:
        if heading:
            texts.append((y + GAP, heading))
            y += GAP + HEADING_LINE * (heading.count("<br>") + 1)
        for label in labels:
            texts.append((y + (ROW - LABEL if labels_left else 0), label))
            heights.append(y + above + ROW / 2)
            y += above + ROW
    figure = empty_figure(round(y) + axis)
    figure.update_layout(annotations=[_annotation(at, text) for at, text in texts], margin={"t": 4})
    figure.update_yaxes(range=[y, 0], showgrid=False, showticklabels=False)
    figure.update_xaxes(showgrid=True, griddash="dot", tickangle=0, domain=[labels_left, 1])
    return figure, heights


def _annotation(y: float, text: str) -> dict[str, object]:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": y, "yanchor": "top", "align": "left"}
    return place | {"text": text, "showarrow": False, "font": {"size": SMALL}, "borderpad": 0}
