"""Numbers of downloads reached, one assistant a row."""

from datetime import date

import pandas as pd
import pytest

from dashboard.charts import milestones
from dashboard.charts.theme import Style
from dashboard.text.translator import Translator

STYLES = {
    "le-chat": Style("Le Chat", "#E8590C", "circle"),
    "chatgpt": Style("ChatGPT", "#0CA678", "square"),
}
T = Translator("en")


def _reached() -> pd.DataFrame:
    rows = [
        ("le-chat", 1_000_000, date(2025, 2, 6), 14, "reported"),
        ("chatgpt", 500_000, date(2023, 5, 18), 5, "estimated"),
        ("chatgpt", 1_000_000, date(2023, 5, 18), 7, "estimated"),
        ("chatgpt", 100_000_000, date(2023, 5, 18), 575, "estimated"),
    ]
    frame = pd.DataFrame(rows, columns=["app", "goal", "day_zero", "by_day", "kind"])
    return frame.assign(after_day=None, sure_day=frame["by_day"], stated_by="A firm", approximate=False)


def test_each_assistant_has_a_row_and_each_number_a_mark_on_its_day_since_launch() -> None:
    le_chat, chatgpt = milestones.milestones(_reached(), ["Le Chat", "ChatGPT"], STYLES, T, "launch").data
    assert (list(le_chat.x), list(le_chat.y), list(le_chat.text)) == ([14.0], [0], ["1M"])
    assert (list(chatgpt.x), list(chatgpt.y)) == ([5.0, 7.0, 575.0], [1, 1, 1])


def test_by_date_each_mark_stands_on_the_day_that_it_means() -> None:
    le_chat, chatgpt = milestones.milestones(_reached(), ["Le Chat", "ChatGPT"], STYLES, T, "calendar").data
    assert [str(day)[:10] for day in le_chat.x] == ["2025-02-20"]
    assert [str(day)[:10] for day in chatgpt.x] == ["2023-05-23", "2023-05-25", "2024-12-13"]


def test_an_estimate_has_an_open_mark_and_a_report_a_filled_one() -> None:
    le_chat, chatgpt = milestones.milestones(_reached(), ["Le Chat", "ChatGPT"], STYLES, T, "launch").data
    assert (le_chat.marker.symbol, set(chatgpt.marker.symbol)) == (("circle",), {"square-open"})


@pytest.mark.parametrize(
    ("days", "sides"),
    [
        ([14], ["bottom center"]),
        ([5, 7, 575], ["bottom left", "bottom center", "bottom center"]),
        ([309, 585], ["bottom left", "bottom center"]),
        ([5, 6, 7], ["bottom left", "bottom center", "bottom right"]),
    ],
    ids=["alone", "two near", "two near at the end", "three near"],
)
def test_numbers_of_marks_that_are_near_stand_apart(days: list[int], sides: list[str]) -> None:
    rows = _reached().iloc[[1] * len(days)].assign(by_day=pd.array(days, dtype="Int32"))
    (trace,) = milestones.milestones(rows, ["ChatGPT"], STYLES, T, "launch").data
    assert list(trace.textposition) == sides


def test_by_date_only_the_last_of_a_crowd_has_its_number() -> None:
    rows = _reached().iloc[[1, 1, 1]].assign(goal=[500_000, 1_000_000, 100_000_000], by_day=[5, 11, 575])
    (trace,) = milestones.milestones(rows, ["ChatGPT"], STYLES, T, "calendar").data
    assert list(trace.text) == ["", "1M", "100M"]
