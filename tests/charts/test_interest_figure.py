"""Readers of articles: lines over what is held, and holes where nothing is."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from dashboard.charts.interest import interest
from dashboard.charts.theme import Style
from dashboard.text.translator import Translator

STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle"), "chatgpt": Style("ChatGPT", "#0CA678", "square")}
T = Translator("en")
MONDAY = date(2026, 3, 2)


def _rows(
    views: Sequence[int | None], app: str = "le-chat", step: int = 7, article: str = "title"
) -> pd.DataFrame:
    periods = [MONDAY + timedelta(days=step * number) for number in range(len(views))]
    counted = pd.array(views, dtype="Int64")
    return pd.DataFrame({"app": app, "article": article, "period": periods, "views": counted})


def _lines(rows: pd.DataFrame, step: str = "week") -> list[list[int]]:
    traces = interest(rows, step, STYLES, T).data
    return [list(trace.y) for trace in traces if trace.mode == "lines+markers"]


def test_a_line_breaks_at_a_week_that_is_not_held_whole() -> None:
    assert _lines(_rows([100, 200, None, 300, 400])) == [[100, 200], [300, 400]]


def test_a_line_breaks_at_a_day_that_has_no_row() -> None:
    rows = _rows([100, 200, 300, 400], step=1)
    assert _lines(rows.drop(index=1), "day") == [[100], [300, 400]]


def test_lines_are_straight_and_never_smoothed() -> None:
    lines = [
        trace
        for trace in interest(_rows([100, 200]), "week", STYLES, T).data
        if trace.mode == "lines+markers"
    ]
    assert [(line.line.shape, line.line.smoothing, line.connectgaps) for line in lines] == [
        (None, None, False)
    ]


def test_two_articles_of_one_app_are_two_lines() -> None:
    rows = pd.concat([_rows([100, 200]), _rows([10, 20], article="another title")])
    assert _lines(rows) == [[100, 200], [10, 20]]


def test_no_view_at_all_has_no_place_on_a_logarithmic_axis_and_is_joined_by_nothing() -> None:
    assert interest(_rows([100, 0, 50]), "week", STYLES, T).layout.yaxis.type == "log"
    assert _lines(_rows([100, 0, 50])) == [[100], [50]]


def test_each_app_bears_its_name_and_newest_number_beside_its_line() -> None:
    rows = pd.concat([_rows([100, 1234]), _rows([100, 56_789], "chatgpt")])
    names = [
        trace.text[0].strip("\u00a0")
        for trace in interest(rows, "week", STYLES, T).data
        if trace.mode == "text"
    ]
    assert names == ["<b>Le Chat 1,234</b>", "<b>ChatGPT 57K</b>"]


def test_the_axis_holds_every_number_and_round_ticks_within_a_narrow_range() -> None:
    axis = interest(_rows([11_000, 12_000]), "week", STYLES, T).layout.yaxis
    assert 10 ** axis.range[0] < 11_000
    assert 10 ** axis.range[1] > 12_000
    assert list(axis.ticktext) == ["5K", "10K", "20K"]


def test_a_mark_says_its_number_and_the_days_of_its_week() -> None:
    (line,) = [one for one in interest(_rows([1234]), "week", STYLES, T).data if one.mode == "lines+markers"]
    assert list(line.customdata) == ["1,234 views<br>2 Mar 2026 to 8 Mar 2026"]


def test_a_mark_that_stands_alone_among_many_is_large_enough_to_be_seen() -> None:
    traces = interest(_rows([100, None, *[100] * 70]), "week", STYLES, T).data
    lone, long = [trace.marker.size for trace in traces if trace.mode == "lines+markers"]
    assert lone > long
