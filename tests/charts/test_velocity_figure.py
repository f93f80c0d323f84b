"""Speed, periods, races and disagreements: ranges are drawn as ranges."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import disagreements, pair_matrix, velocity
from dashboard.charts.theme import Style
from dashboard.text.time_to import range_text
from dashboard.text.translator import Translator
from dashboard.text.velocity import rate_text

STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle"), "chatgpt": Style("ChatGPT", "#0CA678", "square")}
T = Translator("en")


def _stretch(**row: Any) -> pd.DataFrame:
    known = {"app": "le-chat", "least": 60_000.0, "most": None, "kind": "reported", "stated_by": "synthetic"}
    return pd.DataFrame([known | row]).astype({"most": float})


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (66_666.7, None, "at least 66.6K a day"),
        (120_588.0, 126_470.0, "120K to 127K a day"),
        (316_296.0, 316_467.0, "316K to 317K a day"),
        (1_116_625.3, None, "at least 1.11M a day"),
        (300_000.0, 300_000.0, "300K a day"),
    ],
)
def test_an_average_is_said_with_what_bounds_it(least: float, most: float | None, said: str) -> None:
    assert rate_text({"least": least, "most": most}, T) == said


def test_a_period_is_a_bar_over_its_true_days_with_its_downloads_beside_it() -> None:
    period = _stretch(
        first_day=date(2025, 1, 1),
        last_day=date(2025, 1, 31),
        period_start="2025-01",
        period_end="2025-01",
        days=31,
        value=3_100_000.0,
    )
    figure = velocity.periods(period, STYLES, T)
    (bar,) = figure.data
    assert pd.Timestamp(bar.x[1]) - pd.Timestamp(bar.x[0]) == pd.Timedelta(days=31)
    assert [note.text for note in figure.layout.annotations] == ["<b>≥\u00a03.1M</b>"]


def test_the_matrix_has_a_cell_for_each_pair_and_none_for_an_app_against_itself() -> None:
    rows = pd.DataFrame(
        {"app": ["le-chat", "chatgpt"], "rival": ["chatgpt", "le-chat"], "verdict": ["ahead", "behind"]}
    )
    (cells,) = pair_matrix.pair_matrix(rows, ["ahead", "behind"], ["why", "why not"], STYLES).data
    assert [list(row) for row in cells.text] == [["", "ahead"], ["behind", ""]]
    assert pd.isna(cells.z[0][0])
    assert cells.z[0][1] > cells.z[1][0]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, "no claim"),
        (1e6, None, "at least 1M"),
        (None, 2.15e6, "at most 2.15M"),
        (0.95e6, 1.5e6, "950K to 1.5M"),
    ],
)
def test_an_interval_of_downloads_says_its_open_ends(
    low: float | None, high: float | None, said: str
) -> None:
    assert range_text(low, high, T) == said


def test_a_floor_points_right_and_a_rounded_number_has_its_range() -> None:
    rows = pd.DataFrame(
        {
            "app": "le-chat",
            "value": [1e6, 2.6e6],
            "low": [1e6, 2.55e6],
            "high": [None, 2.65e6],
            "kind": "estimated",
        }
    )
    floor, rounded = disagreements.side_by_side(rows, ["a floor", "a number"], STYLES, T).data
    assert floor.marker.symbol == "arrow-right"
    assert list(rounded.x) == [2.55e6, 2.6e6, 2.65e6]
