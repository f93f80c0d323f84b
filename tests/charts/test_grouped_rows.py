"""Labelled rows under headings: labels and marks stand where they belong, on one pixel grid."""

import pytest

from dashboard.charts.grouped_rows import grouped_rows

GROUPS = [("First", ["one", "two"]), ("Second<br>of two lines", ["three"])]


@pytest.mark.parametrize("left", [0, 0.4])
def test_each_label_stands_at_its_row_and_below_its_heading(left: float) -> None:
    figure, heights = grouped_rows(GROUPS, labels_left=left)
    at = {note.text: note.y for note in figure.layout.annotations}
    assert list(at) == ["First", "one", "two", "Second<br>of two lines", "three"]
    assert sorted(at.values()) == list(at.values())
    for label, height in zip(("one", "two", "three"), heights, strict=True):
        assert 0 <= height - at[label] < 30


def test_a_unit_of_the_axis_is_a_pixel() -> None:
    figure, _ = grouped_rows(GROUPS, axis=50)
    bottom, top = figure.layout.yaxis.range
    assert (figure.layout.height - 50, top) == (bottom, 0)
