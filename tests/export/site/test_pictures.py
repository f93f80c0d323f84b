"""Figures as pictures: what Plotly draws, words that stay words, the same picture each time."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from PIL import Image

from dashboard.charts.theme import empty_figure
from dashboard.export.site.images import ImageJob, draw_all, follow_theme
from dashboard.export.site.preview_card import Card, draw_card

Spec = dict[str, Any]
GREEN = "#0CA678"


def spec(figure: go.Figure) -> Spec:
    """The figure as the app sends it, numbers packed as bytes."""
    return dict(json.loads(figure.to_json()))


def open_marks() -> go.Figure:
    marker = {"symbol": "circle-open", "size": 9, "color": GREEN}
    return empty_figure(300).add_scatter(x=[1, 2], y=[3, 4], mode="markers", marker=marker, opacity=0.6)


def negative_bars() -> go.Figure:
    return empty_figure(300).add_bar(x=[1, 2], y=[5, -3.5], marker={"color": GREEN})


def words() -> go.Figure:
    return empty_figure(300).add_scatter(x=[1], y=[1], mode="text", text=["<b>Le Chat</b> & 5 &lt; 6 $x$"])


FIGURES = {"open": open_marks, "negative": negative_bars, "words": words}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pictures")
    card = Card("Rank, France", "Claude no. 1 throughout", "as of 8 Oct 2026", spec(negative_bars()))
    tasks = [ImageJob(folder / f"{name}.svg", spec(figure()), 720) for name, figure in FIGURES.items()]
    tasks += [
        ImageJob(folder / "open-again.svg", spec(open_marks()), 720),
        ImageJob(folder / "card.png", card),
    ]
    broken: Spec = {"data": "no list of traces", "layout": {"height": 300}}
    count, errors = draw_all([*tasks, ImageJob(folder / "broken.svg", broken, 720)])
    assert count == len(tasks) + 1
    assert len(errors) == 1
    with Image.open(folder / "card.png") as image:
        assert image.size == (1200, 630)
        # An inset of the figure's colour stands on the card.
        assert (12, 166, 120) in {pixel[1] for pixel in image.getcolors(2**24)}  # type: ignore[union-attr]
    return {path.stem: path.read_text("utf-8") for path in folder.glob("*.svg")}


def test_a_figure_that_cannot_be_drawn_leaves_the_others_drawn(drawn: dict[str, str]) -> None:
    assert set(drawn) >= {*FIGURES, "open-again"}


def test_open_marks_which_mean_estimated_are_not_filled(drawn: dict[str, str]) -> None:
    marks = re.findall(r'<path class="point"[^>]*style="([^"]*)"', drawn["open"])
    assert len(marks) == 2
    assert all("fill: none" in mark and "stroke: rgb(12, 166, 120)" in mark for mark in marks)


def test_a_value_below_zero_is_drawn_below_zero(drawn: dict[str, str]) -> None:
    bars = re.findall(r'<path d="M[\d.]+,([\d.]+)V([\d.]+)', drawn["negative"])
    (zero, top), (also_zero, bottom) = [(float(a), float(b)) for a, b in bars]
    assert zero == also_zero
    assert top < zero < bottom


def test_words_stay_words_and_what_looks_like_a_tag_is_none(drawn: dict[str, str]) -> None:
    text = "".join(ET.fromstring(drawn["words"]).itertext())
    assert "Le Chat" in text
    assert "& 5 < 6 $x$" in text.replace("\u00a0", " ")


def test_the_same_figure_gives_the_same_picture(drawn: dict[str, str]) -> None:
    assert drawn["open"] == drawn["open-again"]


def test_ink_and_grid_follow_the_readers_theme() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text style="fill: rgb(31, 35, 40)"/></svg>'
    assert "var(--ink)" in follow_theme(svg)
    assert "prefers-color-scheme:dark" in follow_theme(svg)


def test_a_card_without_a_figure_holds_a_long_finding_within_its_edges(tmp_path: Path) -> None:
    (tmp_path / "card.png").write_bytes(
        draw_card(Card("Rang, France", "Le Chat « passe » " * 80, "au 8 oct.", None), None)
    )
    with Image.open(tmp_path / "card.png") as image:
        edge = image.crop((1160, 0, 1200, 630)).getcolors()
        assert edge == [(40 * 630, (255, 255, 255))]
