"""Users over time by publisher, and shares of one population."""

from datetime import timedelta
from itertools import product

import pandas as pd
import pytest

from dashboard.charts import audience
from dashboard.charts.theme import Style
from dashboard.text.translator import Translator

STYLES = {
    "le-chat": Style("Le Chat", "#E8590C", "circle"),
    "gemini": Style("Gemini", "#3B82F6", "diamond"),
}
T = Translator("en")
HEADS = {("Médiamétrie", "visitors", "all"): "Médiamétrie", ("Other", "users", "all"): "Other"}


def _users() -> pd.DataFrame:
    rows = [
        ("Médiamétrie", "visitors", "le-chat", "2025-02-28", 1e6),
        ("Médiamétrie", "visitors", "gemini", "2025-02-28", 1.1e6),
        ("Médiamétrie", "visitors", "le-chat", "2025-05-31", 2e6),
        ("Other", "users", "le-chat", "2025-06-30", 9e6),
    ]
    frame = pd.DataFrame(rows, columns=["stated_by", "unit", "app", "last_day", "value"])
    days = pd.to_datetime(frame["last_day"]).dt.date
    signs = ["≈ 1M", "≥ 1.1M", "≈ 2M", "≥ 9M"]
    first = pd.Series([day - timedelta(days=27) for day in days])
    words = {"kind": "estimated", "platform": "all", "said": "Told in words", "short": signs}
    return frame.assign(**words, first_day=first, last_day=days)


def _lines(lang: str = "en") -> list[tuple[str, list[float], str]]:
    figure = audience.audience(_users(), HEADS, STYLES, Translator(lang))
    return [
        (line.name, list(line.y), line.yaxis or "y") for line in figure.data if line.mode == "lines+markers"
    ]


def test_a_line_joins_only_one_publishers_numbers_of_one_app_in_a_panel_of_their_own() -> None:
    assert _lines() == [
        ("Le Chat", [1e6, 2e6], "y"),
        ("Gemini", [1.1e6], "y"),
        ("Le Chat", [9e6], "y2"),
    ]


def test_each_panel_is_headed_by_its_publisher_and_begins_at_zero() -> None:
    layout = audience.audience(_users(), HEADS, STYLES, T).layout
    assert [note.text for note in layout.annotations] == ["Médiamétrie", "Other"]
    assert [axis.ticktext for axis in (layout.yaxis, layout.yaxis2)] == [("0",), ("0",)]
    assert layout.yaxis.domain[0] >= layout.yaxis2.domain[1]


@pytest.mark.parametrize("counts", [*product((1, 2), repeat=3), *product((1, 2), repeat=4)])
def test_however_many_publishers_the_last_panel_ends_at_the_bottom(counts: tuple[int, ...]) -> None:
    whole = _users().iloc[:2]
    panels = [
        whole.head(count).assign(stated_by=f"Publisher {n}", unit="users") for n, count in enumerate(counts)
    ]
    heads = {(f"Publisher {n}", "users", "all"): f"Publisher {n}" for n in range(len(counts))}
    layout = audience.audience(pd.concat(panels), heads, STYLES, T).layout
    assert layout[f"yaxis{len(counts)}"].domain[0] == 0


def test_the_newest_number_of_each_app_stands_beside_its_name_with_its_sign() -> None:
    figure = audience.audience(_users(), HEADS, STYLES, Translator("fr"))
    names = [text for trace in figure.data if trace.mode == "text" for text in trace.text]
    assert [name.strip("\u00a0") for name in names] == [
        "<b>Gemini ≥ 1.1M</b>",
        "<b>Le Chat ≈ 2M</b>",
        "<b>Le Chat ≥ 9M</b>",
    ]


def test_a_mark_spans_the_days_of_its_period() -> None:
    (line, *_) = audience.audience(_users(), HEADS, STYLES, T).data
    assert [one / 86_400_000 for one in line.error_x.arrayminus] == [27, 27]
    assert list(line.error_x.array) == [0, 0]


def test_numbers_of_another_platform_stand_in_a_panel_of_their_own() -> None:
    other = _users().assign(platform=["all", "all", "android", "all"])
    heads = HEADS | {("Médiamétrie", "visitors", "android"): "Médiamétrie, Android"}
    figure = audience.audience(other, heads, STYLES, T)
    lines = [(line.name, len(line.y)) for line in figure.data if line.mode == "lines+markers"]
    assert sorted(lines) == [("Gemini", 1), ("Le Chat", 1), ("Le Chat", 1), ("Le Chat", 1)]


def test_names_of_one_panel_stand_apart() -> None:
    close = _users().assign(value=1e6).head(2)
    figure = audience.audience(close, {("Médiamétrie", "visitors", "all"): "Médiamétrie"}, STYLES, T)
    heights = [trace.y[0] for trace in figure.data if trace.mode == "text"]
    assert abs(heights[0] - heights[1]) > 0


def test_a_divided_share_shows_what_rounding_allows_and_a_published_one_does_not() -> None:
    rows = pd.DataFrame(
        {"app": ["le-chat", "gemini"], "share": [1.6, 20.0], "low": [1.2, None], "high": [2.1, None]}
    )
    divided, published = audience.shares(rows, ["one", "two"], STYLES, T).data
    assert (divided.x, published.x) == ((1.6,), (20.0,))
    assert round(divided.x[0] - divided.error_x.arrayminus[0], 6) == 1.2
    assert round(divided.x[0] + divided.error_x.array[0], 6) == 2.1
    assert published.error_x.array is None
