"""Movers: an arrow points the way."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import movers
from dashboard.charts.theme import NEUTRAL, Style
from dashboard.text.translator import Translator

T = Translator("en")
STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle")}


def _arrows(*rows: tuple[str | None, int, int]) -> go.Figure:
    """(app or None, place before, place after) as movers answers."""
    frame = pd.DataFrame(rows, columns=["app", "rank_before", "rank_after"]).assign(app_name="Synthetic")
    return movers.arrows(frame, ["row"] * len(rows), 100, STYLES, T)


@pytest.mark.parametrize(
    ("before", "after", "head"),
    [(92, 40, "triangle-right"), (40, 92, "triangle-left"), (4, 4, "circle")],
)
def test_an_arrow_goes_from_the_place_before_to_the_place_after(before: int, after: int, head: str) -> None:
    (arrow,) = _arrows((None, before, after)).data
    assert list(arrow.x) == [before, after]
    assert list(arrow.marker.symbol) == ["circle-open", head]


def test_first_place_is_at_the_right_so_that_a_climb_points_right() -> None:
    left, right = _arrows((None, 92, 40)).layout.xaxis.range
    assert left > 100
    assert right < 1


def test_an_assistant_has_its_colour_and_other_apps_are_grey() -> None:
    assistant, other = _arrows(("le-chat", 5, 4), (None, 4, 5)).data
    assert (assistant.line.color, other.line.color) == ("#E8590C", NEUTRAL)
