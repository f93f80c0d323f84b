"""The rank history: what is joined, what is left open, what stands below the cut-off."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures import rank
from dashboard.figures.theme import Style, spread
from dashboard.texts import Texts

T = Texts("en")
STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle"), "gemini": Style("Gemini", "#3B82F6", "diamond")}
NO_REPORT = pd.DataFrame(columns=["app", "rank", "first_day", "last_day", "publisher"])
NO_EVENT = pd.DataFrame(columns=["first_day", "happened_on", "title_en", "publisher"])


def _history(*rows: tuple[str, str, int | None, int]) -> pd.DataFrame:
    """(app, moment, rank or None, stretch) as rank_history answers, of a chart 50 deep."""
    columns = ["app", "observed_at", "rank", "stretch"]
    frame = pd.DataFrame(rows, columns=columns).astype({"observed_at": "datetime64[us]", "rank": "Int32"})
    frame["state"] = ["below" if pd.isna(rank) else "ranked" for rank in frame["rank"]]
    return frame.assign(depth=50)


def _report(first: str | None, last: str) -> pd.DataFrame:
    day = {"first_day": first and pd.Timestamp(first).date(), "last_day": pd.Timestamp(last).date()}
    return pd.DataFrame([{"app": "le-chat", "rank": 1, "publisher": "synthetic", **day}])


def _traces(figure: go.Figure, name: str, mode: str) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.name == name and trace.mode == mode]


def test_nothing_joins_two_stretches() -> None:
    rows = _history(
        ("le-chat", "2026-01-01", 5, 0), ("le-chat", "2026-01-02", 6, 0), ("le-chat", "2026-01-09", 7, 1)
    )
    lines = _traces(rank.history(rows, NO_REPORT, NO_EVENT, STYLES, T), "Le Chat", "lines+markers")
    assert [list(line.y) for line in lines] == [[5.0, 6.0], [7.0]]


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


def test_no_grey_band_is_drawn_where_nobody_is_below() -> None:
    assert not rank.history(
        _history(("le-chat", "2026-01-01", 5, 0)), NO_REPORT, NO_EVENT, STYLES, T
    ).layout.shapes


def test_a_report_is_a_dotted_bar_over_the_days_it_may_mean() -> None:
    figure = rank.history(_history(), _report("2025-02-06", "2025-02-13"), NO_EVENT, STYLES, T)
    (bar,) = _traces(figure, "Le Chat", "lines+markers")
    assert bar.line.dash == "dot"
    assert [str(end)[:10] for end in bar.x] == ["2025-02-06", "2025-02-13"]


def test_a_report_without_a_first_day_stands_on_its_last() -> None:
    figure = rank.history(_history(), _report(None, "2025-02-13"), NO_EVENT, STYLES, T)
    (bar,) = _traces(figure, "Le Chat", "lines+markers")
    assert [str(end)[:10] for end in bar.x] == ["2025-02-13", "2025-02-13"]


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
    placed = spread({"a": 1.0, "b": 1.1, "c": 9.0}, gap=2)
    assert placed == {"a": 1.0, "b": 3.0, "c": 9.0}
