"""Figures as pictures: every mark where the figure has it, gaps kept, words that stay words."""

import json
import math
import xml.etree.ElementTree as ET
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from matplotlib.patches import Rectangle

from dashboard.figures.theme import canvas
from dashboard.site.drawing.picture import drawn, svg
from dashboard.site.drawing.words import lines, plain

WIDTH = 720


def spec(figure: go.Figure) -> dict[str, Any]:
    """The figure as the app sends it, numbers packed as bytes."""
    return dict(json.loads(figure.to_json()))


def curves(figure: go.Figure) -> list[list[tuple[float, float]]]:
    axes = drawn(spec(figure), WIDTH).axes[0]
    return [[(float(x), float(y)) for x, y in np.asarray(line.get_xydata())] for line in axes.lines]


def test_a_gap_stays_a_gap() -> None:
    figure = canvas(300)
    figure.add_scatter(x=[1, 2, 3], y=[5.0, None, 7.0], mode="lines", line={"color": "#0CA678"})
    [[first, gap, last]] = curves(figure)
    assert (first, last) == ((1.0, 5.0), (3.0, 7.0))
    assert math.isnan(gap[1])


def test_numbers_that_plotly_packs_are_unpacked() -> None:
    figure = canvas(300)
    figure.add_scatter(x=pd.Series([1, 2]), y=pd.Series([5.5, 7.25]), mode="lines", line={"color": "#0CA678"})
    assert "bdata" in figure.to_json()
    assert curves(figure) == [[(1.0, 5.5), (2.0, 7.25)]]


def test_marks_of_several_kinds_keep_their_places() -> None:
    figure = canvas(300)
    marker = {"symbol": ["circle", "square-open"], "size": [0, 9], "color": "#0CA678"}
    figure.add_scatter(x=[1, 2], y=[3, 4], mode="markers", marker=marker)
    assert curves(figure) == [[(2.0, 4.0)]]


def test_bars_are_as_long_as_their_numbers() -> None:
    figure = canvas(300)
    figure.add_bar(x=[3, 5], y=[0, 1], orientation="h", width=0.5, marker={"color": "#0CA678"})
    boxes = [one for one in drawn(spec(figure), WIDTH).axes[0].patches if isinstance(one, Rectangle)]
    assert [(one.get_x(), one.get_width(), one.get_y()) for one in boxes] == [(0, 3, -0.25), (0, 5, 0.75)]


def test_a_true_time_axis_keeps_its_ends() -> None:
    figure = canvas(300)
    days = pd.to_datetime(["2026-01-01", "2026-03-01"])
    figure.add_scatter(x=days, y=[1, 2], mode="lines", line={"color": "#0CA678"})
    figure.update_xaxes(type="date", range=["2025-12-31", "2026-03-02"], tickvals=days, ticktext=["a", "b"])
    axes = drawn(spec(figure), WIDTH).axes[0]
    assert axes.get_xlim()[1] - axes.get_xlim()[0] == 61
    assert [text.get_text() for text in axes.get_xticklabels()] == ["a", "b"]


def test_words_stay_words_and_what_looks_like_a_tag_is_none() -> None:
    figure = canvas(300)
    figure.add_scatter(
        x=[1], y=[1], mode="text", text=["<b>Le Chat</b> & 5 &lt; 6 $x$"], textfont={"color": "#000"}
    )
    told = "".join(ET.fromstring(svg(spec(figure), WIDTH)).itertext())
    assert "Le Chat" in told
    assert "& 5 < 6 $x$" in told.replace("\u00a0", " ")


def test_bold_words_and_lines_are_told_apart() -> None:
    assert lines("<b>A</b> b<br><i>c</i>") == [
        [("A", True, False), ("\u00a0b", False, False)],
        [("c", False, True)],
    ]
    assert plain("<b>A</b> b<br>c") == "A\u00a0b\nc"


def test_the_same_figure_gives_the_same_picture() -> None:
    figure = canvas(300)
    figure.add_scatter(x=[1, 2], y=[3, 4], mode="lines", line={"color": "#0CA678"})
    assert svg(spec(figure), WIDTH) == svg(spec(figure), WIDTH)
