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
    answer = pd.concat(rows)
    return time_to.time_to(answer, [f"row {n}" for n in range(len(answer))], "others", STYLES, T, "log")


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


def test_an_interval_without_a_known_start_is_dotted_from_the_axis() -> None:
    (bar,) = _drawn(_race()).data
    assert (bar.line.dash, bar.x[1]) == ("dot", 14)
    (bar,) = _drawn(_race(after_day=6)).data
    assert (bar.line.dash, list(bar.x)) == ("solid", [6, 14])


def test_a_thin_end_reaches_to_the_day_that_holds_for_sure() -> None:
    thin, bar = _drawn(_race(by_day=5, sure_day=7)).data
    assert list(thin.x) == [5, 7]
    assert thin.line.width < bar.line.width


@pytest.mark.parametrize("other", [{"race": "platform"}, {"unranked": "counted_before"}])
def test_launches_that_are_not_like_for_like_stand_below_a_heading(other: dict[str, str]) -> None:
    figure = _drawn(_race(), _race(**other))
    assert [note.text for note in figure.layout.annotations] == ["row 0", "others", "row 1"]
    assert [trace.y[0] for trace in figure.data] == [0, 2]


def test_the_launch_day_itself_has_a_place_on_a_logarithmic_axis() -> None:
    (bar,) = _drawn(_race(by_day=0, sure_day=0)).data
    assert min(bar.x) > 0


@pytest.mark.parametrize(("kind", "symbol"), [("estimated", "circle-open"), ("reported", "circle")])
def test_each_kind_has_its_own_mark(kind: str, symbol: str) -> None:
    (bar,) = _drawn(_race(kind=kind)).data
    assert bar.marker.symbol[1] == symbol
