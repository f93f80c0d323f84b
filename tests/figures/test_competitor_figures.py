"""Competitor figures: places by country, and audiences by publisher."""

import pandas as pd

from dashboard.figures import competitors
from dashboard.figures.theme import Style
from dashboard.texts import Texts

STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle")}
T = Texts("en")


def _places() -> pd.DataFrame:
    rows = [("fr", 28, "ranked"), ("us", None, "below")]
    frame = pd.DataFrame(rows, columns=["country", "rank", "state"]).astype({"rank": "Int32"})
    return frame.assign(app="le-chat", depth=98, observed_at=pd.Timestamp("2026-10-08T15:12"))


def _users() -> pd.DataFrame:
    rows = [
        ("Médiamétrie", "2025-02-28", 1e6),
        ("Médiamétrie", "2025-05-31", 2e6),
        ("Other", "2025-06-30", 9e6),
    ]
    frame = pd.DataFrame(rows, columns=["stated_by", "last_day", "value"])
    days = pd.to_datetime(frame["last_day"]).dt.date
    return frame.assign(app="le-chat", kind="estimated", period_end=frame["last_day"], last_day=days)


def test_an_app_below_the_cut_off_stands_open_beyond_the_last_place() -> None:
    trace = competitors.by_country(_places(), STYLES, T).data[0]
    assert list(trace.marker.symbol) == ["circle", "circle-open"]
    assert trace.x[0] == 28
    assert trace.x[1] > 98
    assert "below the cut-off of 98" in trace.customdata[1]


def test_a_line_joins_only_one_publishers_numbers() -> None:
    lines = [
        trace for trace in competitors.audience(_users(), STYLES, T).data if trace.mode == "lines+markers"
    ]
    assert [list(line.y) for line in lines] == [[1e6, 2e6], [9e6]]


def test_users_are_drawn_from_zero_with_numbers_in_the_readers_language() -> None:
    axis = competitors.audience(_users(), STYLES, Texts("fr")).layout.yaxis
    assert axis.range[0] == 0
    assert "6\u00a0M" in axis.ticktext
