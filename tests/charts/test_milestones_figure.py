"""Numbers of downloads reached, one a row, as intervals."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import milestones
from dashboard.charts.layout import FIRST
from dashboard.charts.theme import Style
from dashboard.text.translator import Translator

STYLES = {
    "le-chat": Style("Le Chat", "#E8590C", "circle"),
    "chatgpt": Style("ChatGPT", "#0CA678", "square"),
}
GROUPS = [("Le Chat", ["1M"]), ("ChatGPT", ["500K", "100M"])]


def _reached() -> pd.DataFrame:
    rows = [
        ("le-chat", 1_000_000, date(2025, 2, 6), None, 14, "reported"),
        ("chatgpt", 500_000, date(2023, 5, 18), 9, 5, "estimated"),
        ("chatgpt", 100_000_000, date(2023, 5, 18), 17, 575, "estimated"),
    ]
    frame = pd.DataFrame(rows, columns=["app", "goal", "day_zero", "after_day", "by_day", "kind"])
    return frame.assign(sure_day=frame["by_day"], stated_by="A firm", approximate=False)


def _segments(align: str) -> tuple[go.Scatter, ...]:
    return tuple(milestones.milestones(_reached(), GROUPS, STYLES, Translator("en"), align).data)


def test_an_interval_is_a_solid_segment_with_a_mark_at_either_end() -> None:
    *_, interval = _segments("launch")
    assert (list(interval.x), interval.line.dash, set(interval.marker.size)) == ([17, 575], "solid", {11})


@pytest.mark.parametrize("row", [0, 1], ids=["no count below it", "a count below it on a later day"])
def test_a_number_without_an_earlier_count_below_it_is_dotted_from_the_launch_to_its_only_mark(
    row: int,
) -> None:
    segment = _segments("launch")[row]
    assert (segment.x[0], segment.line.dash) == (FIRST, "dot")
    assert list(segment.marker.size) == [0, 11]


def test_by_date_each_end_stands_on_the_day_that_it_means() -> None:
    days = [[str(day)[:10] for day in segment.x] for segment in _segments("calendar")]
    assert days == [["2025-02-06", "2025-02-20"], ["2023-05-18", "2023-05-23"], ["2023-06-04", "2024-12-13"]]


def test_an_estimate_has_an_open_mark_and_a_report_a_filled_one() -> None:
    assert [segment.marker.symbol[1] for segment in _segments("launch")] == [
        "circle",
        "square-open",
        "square-open",
    ]
