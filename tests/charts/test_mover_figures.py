"""Movers and days at the top: an arrow points the way, and a bar is as long as its days."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import first_places, movers
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


def test_each_bar_lies_within_the_one_of_more_days() -> None:
    counts: dict[str, Any] = {"days_observed": 120, "days_top_50": 120, "days_top_10": 111, "days_top_3": 60}
    summary = pd.DataFrame([counts | {"app": "le-chat", "days_at_1": 2}])
    figure = first_places.days(summary, ["row"], STYLES, T)
    assert [bar.x[0] for bar in figure.data] == [120, 120, 111, 60, 2]
    assert [bar.marker.opacity for bar in figure.data] == sorted(bar.marker.opacity for bar in figure.data)
    assert figure.layout.barmode == "overlay"
