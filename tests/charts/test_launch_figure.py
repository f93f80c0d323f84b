"""Time to a number: intervals are drawn and said as what is known."""

from typing import Any

import pandas as pd
import pytest

from dashboard.charts import time_to
from dashboard.charts.theme import Style
from dashboard.text.time_to import time_to_symbol, time_to_text
from dashboard.text.translator import Translator

STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle")}
T = Translator("en")
DAYS = {"after_day": "Int64", "by_day": "Int64", "sure_day": "Int64"}


def _race(**row: Any) -> pd.DataFrame:
    known = {
        "app": "le-chat",
        "after_day": pd.NA,
        "by_day": 14,
        "sure_day": 14,
        "kind": "reported",
        "race": "same",
        "unranked": None,
        "approximate": False,
    }
    return pd.DataFrame([known | row]).astype(DAYS)


def _drawn(*rows: pd.DataFrame) -> Any:
    answer = pd.concat(rows).assign(label="Le Chat", finding="so many", hover="why")
    return time_to.time_to(answer, STYLES, T, "log")


@pytest.mark.parametrize(
    ("row", "said", "short"),
    [
        ({}, "by day 14", "≤ 14"),
        ({"by_day": 5, "sure_day": 7}, "by day 5–7", "≤ 5–7"),
        ({"sure_day": pd.NA}, "by day 14", "≈ 14"),
        ({"sure_day": pd.NA, "approximate": True}, "by about day 14", "≈ 14"),
        ({"after_day": 6}, "day 7 to 14", "7 … 14"),
        ({"after_day": 13}, "on day 14", "14"),
        ({"after_day": 14}, "by day 14, though another source has less", "≤ 14"),
        ({"after_day": 6, "by_day": pd.NA, "sure_day": pd.NA}, "not yet by day 6", "> 6"),
    ],
)
def test_an_interval_is_said_as_what_is_known(row: dict[str, Any], said: str, short: str) -> None:
    told = _race(**row).iloc[0].to_dict()
    assert time_to_text(told, T) == said
    assert time_to_symbol(told, T).replace("\u00a0", " ") == short


def test_an_interval_without_a_known_start_is_an_arrow_at_its_bound_and_one_with_it_a_thick_segment() -> None:
    days, mark = _drawn(_race()).data
    assert (days.line.dash, days.x[1]) == ("dot", 14)
    assert (mark.x[0], mark.marker.symbol) == (14, "triangle-left")
    days, mark = _drawn(_race(after_day=6)).data
    assert (days.line.dash, list(days.x)) == (None, [6, 14])
    assert (days.line.width > 3, mark.marker.symbol) == (True, "circle")


def test_a_number_not_yet_reached_points_to_later_days() -> None:
    (mark,) = _drawn(_race(after_day=6, by_day=pd.NA, sure_day=pd.NA)).data
    assert (mark.x[0], mark.marker.symbol) == (6, "triangle-right-open")


def test_a_thin_end_reaches_to_the_day_that_holds_for_sure() -> None:
    days, thin, _ = _drawn(_race(after_day=2, by_day=5, sure_day=7)).data
    assert list(thin.x) == [5, 7]
    assert thin.line.width < days.line.width


def test_a_name_stands_left_of_the_axis_in_its_colour_and_the_bound_at_its_mark() -> None:
    figure = _drawn(_race())
    (label,) = figure.layout.yaxis.ticktext
    assert "Le Chat" in label
    assert "#E8590C" in label
    assert [note.text for note in figure.layout.annotations] == ["<b>so many</b>"]


@pytest.mark.parametrize("other", [{"race": "platform"}, {"unranked": "counted_before"}])
def test_a_line_parts_launches_that_are_not_like_for_like(other: dict[str, str]) -> None:
    (line,) = _drawn(_race(), _race(**other)).layout.shapes
    assert line.y0 == line.y1 == 0.5
    assert not _drawn(_race(), _race()).layout.shapes


def test_the_launch_day_itself_has_a_place_on_a_logarithmic_axis() -> None:
    marks = _drawn(_race(by_day=0, sure_day=0)).data
    assert min(x for mark in marks for x in mark.x) > 0


@pytest.mark.parametrize(
    ("kind", "symbol"), [("estimated", "triangle-left-open"), ("reported", "triangle-left")]
)
def test_each_kind_has_its_own_mark(kind: str, symbol: str) -> None:
    mark = _drawn(_race(kind=kind)).data[-1]
    assert mark.marker.symbol == symbol
