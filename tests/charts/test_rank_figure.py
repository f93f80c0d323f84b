"""The rank history: what is joined, what is left open, what stands below the cut-off."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import rank
from dashboard.charts.theme import Style, separate_labels
from dashboard.text.translator import Translator

T = Translator("en")
STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle"), "gemini": Style("Gemini", "#3B82F6", "diamond")}
NO_REPORT = pd.DataFrame(columns=["app", "rank", "first_day", "last_day", "said"])
NO_EVENT = pd.DataFrame(columns=["first_day", "happened_on", "title_en", "publisher"])


def _history(*rows: tuple[str, str, int | None, int]) -> pd.DataFrame:
    """(app, moment, rank or None, stretch) as rank_history answers, of a chart 50 deep."""
    columns = ["app", "observed_at", "rank", "stretch"]
    frame = pd.DataFrame(rows, columns=columns).astype({"observed_at": "datetime64[us]", "rank": "Int32"})
    frame["state"] = ["below" if pd.isna(rank) else "ranked" for rank in frame["rank"]]
    return frame.assign(depth=50, time_precision="second")


def _report(first: str | None, last: str) -> pd.DataFrame:
    day = {"first_day": first and pd.Timestamp(first).date(), "last_day": pd.Timestamp(last).date()}
    return pd.DataFrame([{"app": "le-chat", "rank": 1, "said": "synthetic", **day}])


def _traces(figure: go.Figure, name: str, mode: str) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.name == name and trace.mode == mode]


def _points(trace: go.Scatter) -> list[float | None]:
    return [None if pd.isna(y) else y for y in trace.y]


def test_nothing_joins_two_stretches_of_an_app_which_is_one_trace() -> None:
    rows = _history(
        ("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02", 6, 0), ("le-chat", "2026-01-09", 7, 1)
    )
    (line,) = _traces(rank.history(rows, NO_REPORT, NO_EVENT, STYLES, T), "Le Chat", "lines+markers")
    assert _points(line) == [5.0, 6.0, None, 7.0, None]


def test_a_line_is_steps_and_never_bridges_a_missing_place() -> None:
    rows = _history(
        ("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02", None, 0), ("le-chat", "2026-01-03", 7, 0)
    )
    (line,) = _traces(rank.history(rows, NO_REPORT, NO_EVENT, STYLES, T), "Le Chat", "lines+markers")
    assert line.line.shape == "hv"
    assert line.connectgaps is False
    assert pd.isna(line.y[1])


def test_below_the_cut_off_is_an_open_mark_beyond_the_last_place() -> None:
    rows = _history(("le-chat", "2026-01-01", None, 0))
    (lane,) = _traces(rank.history(rows, NO_REPORT, NO_EVENT, STYLES, T), "Le Chat", "markers")
    assert lane.marker.symbol == "circle-open"
    assert lane.y[0] > 50


def _band(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.fill]


def test_no_grey_band_is_drawn_where_nobody_is_below() -> None:
    ranked = _history(("le-chat", "2026-01-01", 5, 0))
    assert not _band(rank.history(ranked, NO_REPORT, NO_EVENT, STYLES, T))


def test_the_grey_band_lies_beyond_the_cut_off_where_somebody_read_and_nowhere_else() -> None:
    rows = _history(("le-chat", "2026-01-01", None, 0), ("le-chat", "2026-01-09", None, 1)).assign(
        depth=[50, 25]
    )
    figure = rank.history(rows, NO_REPORT, NO_EVENT, STYLES, T)
    (band,) = _band(figure)
    floor = figure.layout.yaxis.range[0]
    assert _points(band) == [floor, 50.5, 50.5, floor, None, floor, 25.5, 25.5, floor, None]
    assert {str(day)[:10] for day in band.x if day is not None} == {"2026-01-01", "2026-01-09"}


def test_the_cut_off_moves_with_the_depth_and_stops_where_nobody_read() -> None:
    rows = _history(
        ("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02", 5, 0), ("le-chat", "2026-01-09", 5, 1)
    )
    figure = rank.history(rows.assign(depth=[100, 50, 25]), NO_REPORT, NO_EVENT, STYLES, T)
    (line,) = _traces(figure, "cut-off", "lines+markers")
    assert line.line.shape == "hv"
    assert _points(line) == [100.5, 50.5, None, 25.5, None]


def test_an_app_that_other_readings_know_does_not_bridge_a_gap_of_the_cut_off() -> None:
    rows = _history(
        ("gemini", "2026-01-01", 5, 0), ("le-chat", "2026-01-01", 6, 0), ("le-chat", "2026-01-05", 6, 1)
    )
    (line,) = _traces(rank.history(rows, NO_REPORT, NO_EVENT, STYLES, T), "cut-off", "lines+markers")
    assert _points(line) == [50.5, None, 50.5, None]


@pytest.mark.parametrize(("readings", "size"), [(5, 7), (100, 4), (900, 3)])
def test_many_readings_have_small_marks(readings: int, size: int) -> None:
    days = pd.date_range("2026-01-01", periods=readings, freq="h")
    rows = _history(*(("le-chat", str(day), 5, 0) for day in days))
    (line,) = _traces(rank.history(rows, NO_REPORT, NO_EVENT, STYLES, T), "Le Chat", "lines+markers")
    assert line.marker.size == size


def test_an_hour_is_told_only_where_it_is_known() -> None:
    rows = _history(("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02T08:30", 6, 0))
    rows["time_precision"] = ["day", "second"]
    (line,) = _traces(rank.history(rows, NO_REPORT, NO_EVENT, STYLES, T), "Le Chat", "lines+markers")
    assert list(line.customdata[:2]) == ["1 Jan 2026", "2 Jan 2026, 08:30 UTC"]


def test_every_app_has_its_name_within_the_axis_even_where_all_are_below() -> None:
    many = {f"app-{n}": Style(f"App {n}", "#3B82F6", "circle") for n in range(9)}
    rows = _history(*((app, "2026-01-01", None, 0) for app in many))
    figure = rank.history(rows, NO_REPORT, NO_EVENT, many, T)
    names = [trace for trace in figure.data if trace.mode == "text"]
    low = figure.layout.yaxis.range[0]
    assert len(names) == len(many) + 1
    assert all(trace.y[0] < low for trace in names)


def test_a_report_is_a_dotted_bar_over_the_days_it_may_mean() -> None:
    figure = rank.history(_history(), _report("2025-02-06", "2025-02-13"), NO_EVENT, STYLES, T)
    (bar,) = _traces(figure, "Le Chat", "lines+markers")
    assert bar.line.dash == "dot"
    assert [str(end)[:10] for end in bar.x] == ["2025-02-06", "2025-02-13"]


def test_a_report_without_a_first_day_stands_on_its_last() -> None:
    figure = rank.history(_history(), _report(None, "2025-02-13"), NO_EVENT, STYLES, T)
    (bar,) = _traces(figure, "Le Chat", "lines+markers")
    assert [str(end)[:10] for end in bar.x] == ["2025-02-13", "2025-02-13"]


def test_a_report_beyond_every_reading_stands_below_the_last_place_with_its_number() -> None:
    rows = _history(("gemini", "2025-02-08", 5, 0))
    deep = _report("2025-02-13", "2025-02-13").assign(rank=131)
    figure = rank.history(rows, deep, NO_EVENT, STYLES, T)
    (bar,) = _traces(figure, "Le Chat", "lines+markers+text")
    assert bar.text[1] == "131st ↓"
    assert 50 < bar.y[0] < figure.layout.yaxis.range[0] < 60


def test_an_event_stands_above_the_first_place_with_its_date_and_source() -> None:
    event = {"happened_on": "2025-02-09", "title_en": "Synthetic event", "publisher": "synthetic"}
    events = pd.DataFrame([event | {"first_day": pd.Timestamp("2025-02-09").date()}])
    rows = _history(("le-chat", "2025-02-08", 5, 0), ("le-chat", "2025-02-10", 5, 0))
    (mark,) = _traces(rank.history(rows, NO_REPORT, events, STYLES, T), "events", "markers")
    assert mark.y[0] < 1
    assert mark.customdata[0] == "9 Feb 2025: Synthetic event (synthetic)"


def test_first_place_is_at_the_top() -> None:
    low, high = rank.history(
        _history(("le-chat", "2026-01-01", 5, 0)), NO_REPORT, NO_EVENT, STYLES, T
    ).layout.yaxis.range
    assert low > high


def test_labels_that_would_meet_are_pushed_apart_in_order() -> None:
    placed = separate_labels({"a": 1.0, "b": 1.1, "c": 9.0}, gap=2)
    assert placed == {"a": 1.0, "b": 3.0, "c": 9.0}
