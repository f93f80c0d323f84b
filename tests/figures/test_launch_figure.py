"""Launch figures: bounds are drawn as bounds."""

from typing import Any

import pandas as pd
import pytest

from dashboard.figures import launch
from dashboard.figures.theme import Style
from dashboard.texts import Texts

STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle")}
T = Texts("en")


def _race(**row: Any) -> pd.DataFrame:
    known = {"app": "le-chat", "after_day": pd.NA, "by_day": 14, "kind": "reported"}
    return pd.DataFrame([known | row]).astype({"after_day": "Int64", "by_day": "Int64"})


def _claim(**row: Any) -> pd.DataFrame:
    known = {
        "app": "le-chat",
        "value": 1e6,
        "bound": "floor",
        "earliest_day": 13,
        "latest_day": 14,
        "kind": "reported",
    }
    return pd.DataFrame([known | {"scope": "world", "stated_by": "synthetic"} | row])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, "by day 14"),
        ({"after_day": 6}, "day 7 to 14"),
        ({"after_day": 6, "by_day": pd.NA}, "not yet by day 6"),
    ],
)
def test_an_interval_is_said_as_what_is_known(row: dict[str, Any], said: str) -> None:
    assert launch.reach(_race(**row).iloc[0].to_dict(), T) == said


def test_a_launch_reaches_from_the_axis_to_the_day_it_is_known_to_have_reached() -> None:
    figure = launch.time_to(_race(), ["Le Chat"], STYLES, T, "log")
    assert figure.data[0].x[1] == 14
    assert figure.layout.xaxis.type == "log"


def test_a_floor_points_up_on_the_latest_day_it_may_mean() -> None:
    mark = launch.bounds(_claim(), STYLES, T, "log").data[0]
    assert list(mark.x) == [13, 14]
    assert mark.marker.symbol[1] == "arrow-up"
    assert "at least 1M by day 14" in mark.customdata[1]


@pytest.mark.parametrize(("kind", "symbol"), [("estimated", "circle-open"), ("reported", "circle")])
def test_each_kind_has_its_own_mark(kind: str, symbol: str) -> None:
    mark = launch.bounds(_claim(bound="point", kind=kind), STYLES, T, "log").data[0]
    assert mark.marker.symbol[1] == symbol


def test_no_line_joins_two_claims() -> None:
    two = pd.concat([_claim(), _claim(value=2e6, latest_day=40)])
    lines = [trace for trace in launch.bounds(two, STYLES, T, "log").data if trace.mode == "lines+markers"]
    assert len(lines) == 2
    assert all(len(set(line.y)) == 1 for line in lines)


def test_the_launch_day_itself_has_a_place_on_the_axis() -> None:
    mark = launch.bounds(_claim(earliest_day=0, latest_day=0), STYLES, T, "log").data[0]
    assert min(mark.x) > 0
