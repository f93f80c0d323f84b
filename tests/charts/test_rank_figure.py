"""The rank history: what is joined, what is left open, what stands below the cut-off."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import rank
from dashboard.charts.rank import RankData
from dashboard.charts.theme import Style, Styles, separate_labels
from dashboard.text.translator import Translator

T = Translator("en")
STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle"), "gemini": Style("Gemini", "#3B82F6", "diamond")}
NO_REPORT = pd.DataFrame(columns=["app", "rank", "first_day", "last_day", "text"])
NO_EVENT = pd.DataFrame(columns=["first_day", "last_day", "apps", "happened_on", "title_en", "publisher"])
COVERAGE = pd.DataFrame([{"day": date(2026, 1, 1), "readings": 1, "complete": 1, "max_depth": 50}])


def _drawn(
    rows: pd.DataFrame, reported: pd.DataFrame, events: pd.DataFrame, styles: Styles = STYLES
) -> go.Figure:
    return rank.history(RankData(rows, reported, events, COVERAGE, styles, "le-chat"), T)


def _history(*rows: tuple[str, str, int | None, int]) -> pd.DataFrame:
    """(app, moment, rank or None, stretch) as rank_history answers, of a chart 50 deep."""
    columns = ["app", "observed_at", "rank", "stretch"]
    frame = pd.DataFrame(rows, columns=columns).astype({"observed_at": "datetime64[us]", "rank": "Int32"})
    frame["state"] = ["below" if pd.isna(rank) else "ranked" for rank in frame["rank"]]
    return frame.assign(depth=50, time_precision="second")


def _report(first: str | None, last: str) -> pd.DataFrame:
    day = {"first_day": first and pd.Timestamp(first).date(), "last_day": pd.Timestamp(last).date()}
    return pd.DataFrame([{"app": "le-chat", "rank": 1, "text": "synthetic", **day}])


def _traces(figure: go.Figure, name: str, mode: str) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.name == name and trace.mode == mode]


def _points(trace: go.Scatter) -> list[float | None]:
    return [None if pd.isna(y) else y for y in trace.y]


def test_nothing_joins_two_stretches_of_an_app_which_is_one_trace() -> None:
    rows = _history(
        ("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02", 6, 0), ("le-chat", "2026-01-09", 7, 1)
    )
    (line,) = _traces(_drawn(rows, NO_REPORT, NO_EVENT), "Le Chat", "lines+markers")
    assert _points(line) == [5.0, 6.0, None, 7.0, None]


def test_a_line_is_steps_and_never_bridges_a_missing_place() -> None:
    rows = _history(
        ("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02", None, 0), ("le-chat", "2026-01-03", 7, 0)
    )
    (line,) = _traces(_drawn(rows, NO_REPORT, NO_EVENT), "Le Chat", "lines+markers")
    assert line.line.shape == "hv"
    assert line.connectgaps is False
    assert pd.isna(line.y[1])


def test_below_the_cut_off_is_an_open_mark_beyond_the_last_place() -> None:
    rows = _history(("le-chat", "2026-01-01", None, 0))
    (lane,) = _traces(_drawn(rows, NO_REPORT, NO_EVENT), "Le Chat", "markers")
    assert lane.marker.symbol == "circle-open"
    assert lane.y[0] > 50


def _band(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.type == "scatter" and trace.fill]


def test_no_grey_band_is_drawn_where_nobody_is_below() -> None:
    ranked = _history(("le-chat", "2026-01-01", 5, 0))
    assert not _band(_drawn(ranked, NO_REPORT, NO_EVENT))


def test_the_grey_band_lies_beyond_the_cut_off_where_somebody_read_and_nowhere_else() -> None:
    rows = _history(("le-chat", "2026-01-01", None, 0), ("le-chat", "2026-01-09", None, 1)).assign(
        depth=[50, 25]
    )
    figure = _drawn(rows, NO_REPORT, NO_EVENT)
    (band,) = _band(figure)
    floor = 10 ** figure.layout.yaxis.range[0]
    assert _points(band) == [
        None if point is None else pytest.approx(point)
        for point in [floor, 50.5, 50.5, floor, None, floor, 25.5, 25.5, floor, None]
    ]
    assert {str(day)[:10] for day in band.x if day is not None} == {"2026-01-01", "2026-01-09"}


def test_the_cut_off_moves_with_the_depth_and_stops_where_nobody_read() -> None:
    rows = _history(
        ("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02", 5, 0), ("le-chat", "2026-01-09", 5, 1)
    )
    figure = _drawn(rows.assign(depth=[100, 50, 25]), NO_REPORT, NO_EVENT)
    (line,) = _traces(figure, "cut-off", "lines")
    assert line.line.shape == "hv"
    assert _points(line) == [100.5, 50.5, None, 25.5, None]


def test_an_app_that_other_readings_know_does_not_bridge_a_gap_of_the_cut_off() -> None:
    rows = _history(
        ("gemini", "2026-01-01", 5, 0), ("le-chat", "2026-01-01", 6, 0), ("le-chat", "2026-01-05", 6, 1)
    )
    (line,) = _traces(_drawn(rows, NO_REPORT, NO_EVENT), "cut-off", "lines")
    assert _points(line) == [50.5, None, 50.5, None]


@pytest.mark.parametrize(("readings", "size"), [(5, 7), (100, 4), (900, 3)])
def test_many_readings_have_small_marks(readings: int, size: int) -> None:
    days = pd.date_range("2026-01-01", periods=readings, freq="h")
    rows = _history(*(("le-chat", str(day), 5, 0) for day in days))
    (line,) = _traces(_drawn(rows, NO_REPORT, NO_EVENT), "Le Chat", "lines+markers")
    assert line.marker.size == size


def test_an_hour_is_told_only_where_it_is_known() -> None:
    rows = _history(("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02T08:30", 6, 0))
    rows["time_precision"] = ["day", "second"]
    (line,) = _traces(_drawn(rows, NO_REPORT, NO_EVENT), "Le Chat", "lines+markers")
    assert list(line.customdata[:2]) == ["1 Jan 2026", "2 Jan 2026, 08:30 UTC"]


def test_every_app_has_its_name_within_the_axis_even_where_all_are_below() -> None:
    many = {f"app-{n}": Style(f"App {n}", "#3B82F6", "circle") for n in range(9)}
    rows = _history(*((app, "2026-01-01", None, 0) for app in many))
    figure = _drawn(rows, NO_REPORT, NO_EVENT, many)
    names = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "text"]
    low = 10 ** figure.layout.yaxis.range[0]
    assert len(names) == len(many) + 1
    assert all(trace.y[0] < low for trace in names)


def test_a_report_is_a_bracket_over_the_days_it_may_mean_in_a_lane_apart_from_the_ranks() -> None:
    figure = _drawn(_history(), _report("2025-02-06", "2025-02-13"), NO_EVENT)
    (bracket,) = _traces(figure, "Le Chat", "lines+markers+text")
    assert bracket.yaxis == "y2"
    assert figure.layout.yaxis2.domain[1] < figure.layout.yaxis.domain[0]
    assert [str(end)[:10] for end in bracket.x] == ["2025-02-06", "2025-02-13"]
    assert bracket.text[1] == "Le Chat no. 1"


def test_a_report_without_a_first_day_stands_on_its_last() -> None:
    (bracket,) = _traces(
        _drawn(_history(), _report(None, "2025-02-13"), NO_EVENT), "Le Chat", "lines+markers+text"
    )
    assert [str(end)[:10] for end in bracket.x] == ["2025-02-13", "2025-02-13"]


def test_reports_of_one_app_that_overlap_stand_in_rows_of_their_own() -> None:
    both = pd.concat([_report("2025-02-06", "2025-02-13"), _report("2025-02-10", "2025-02-20")])
    brackets = _traces(_drawn(_history(), both, NO_EVENT), "Le Chat", "lines+markers+text")
    assert [bracket.y[0] for bracket in brackets] == [0, 1]


def test_a_day_with_a_whole_list_is_filled_and_one_with_assistants_alone_is_open() -> None:
    rows = _history(("le-chat", "2026-01-01", 5, 0))
    partial = COVERAGE.assign(day=date(2026, 1, 2), complete=0)
    data = RankData(rows, NO_REPORT, NO_EVENT, pd.concat([COVERAGE, partial]), STYLES, "le-chat")
    (rug,) = [trace for trace in rank.history(data, T).data if trace.name == "snapshots"]
    assert [colour == "rgba(0, 0, 0, 0)" for colour in rug.marker.color] == [False, True]


def test_the_focus_is_drawn_stronger_than_the_others_and_on_top() -> None:
    rows = _history(("gemini", "2026-01-01", 5, 0), ("le-chat", "2026-01-01", 6, 0))
    focus, other = (
        _traces(_drawn(rows, NO_REPORT, NO_EVENT), name, "lines+markers")[0] for name in ("Le Chat", "Gemini")
    )
    assert focus.line.width > other.line.width
    assert focus.opacity > other.opacity


def test_an_event_stands_above_the_first_place_with_its_date_and_source() -> None:
    event = {"happened_on": "2025-02-09", "title_en": "Synthetic event", "publisher": "synthetic"}
    day = pd.Timestamp("2025-02-09").date()
    events = pd.DataFrame([event | {"first_day": day, "last_day": day, "apps": ["le-chat"]}])
    rows = _history(("le-chat", "2025-02-08", 5, 0), ("le-chat", "2025-02-10", 5, 0))
    (mark,) = _traces(_drawn(rows, NO_REPORT, events), "events", "markers")
    assert mark.y[0] < 1
    assert mark.customdata[0] == "9 Feb 2025: Synthetic event (synthetic)"
    assert [note.text for note in _drawn(rows, NO_REPORT, events).layout.annotations] == ["Synthetic event"]


def test_first_place_is_at_the_top() -> None:
    low, high = _drawn(_history(("le-chat", "2026-01-01", 5, 0)), NO_REPORT, NO_EVENT).layout.yaxis.range
    assert low > high


def test_labels_that_would_meet_are_pushed_apart_in_order() -> None:
    placed = separate_labels({"a": 1.0, "b": 1.1, "c": 9.0}, gap=2)
    assert placed == {"a": 1.0, "b": 3.0, "c": 9.0}
