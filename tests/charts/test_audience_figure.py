"""Users by measurer, and shares of one population by survey."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import audience
from dashboard.charts.theme import Style
from dashboard.domain.filters import default_filters
from dashboard.text import audience as audience_text
from dashboard.text import shares as shares_text
from dashboard.text.context import ViewContext
from dashboard.text.translator import Translator
from tests.helpers.datasets import vocabulary

STYLES = {
    "le-chat": Style("Le Chat", "#E8590C", "circle"),
    "gemini": Style("Gemini", "#3B82F6", "diamond"),
    "copilot": Style("Copilot", "#9775FA", "triangle-up"),
}
T = Translator("en")
MEASURED = {
    "unit": "visitors",
    "platform": "all",
    "stated_by": "Médiamétrie",
    "tier": 2,
    "copy": 1,
    "place": None,
    "population": None,
    "qualifier": "about",
    "kind": "estimated",
    "period_start": None,
    "approximate": False,
    "publisher": "A paper",
}


def _view() -> ViewContext:
    day = pd.Timestamp("2026-01-01").date()
    filters = default_filters(vocabulary(), "en", day, day)
    return ViewContext(replace(filters, apps=("le-chat", "gemini", "copilot")), T, vocabulary())


def _claim(app: str, day: str, value: float, **cells: Any) -> dict[str, Any]:
    return MEASURED | {"app": app, "last_day": day, "period_end": day, "value": value} | cells


def _users() -> pd.DataFrame:
    unnamed = {"stated_by": "unnamed", "tier": 4, "kind": "reported"}
    both = {"population": "Mistral AI and Le Chat together"}
    rows = [
        _claim("le-chat", "2025-02-28", 1e6),
        _claim("gemini", "2025-02-28", 1.1e6),
        _claim("le-chat", "2025-05-31", 2e6),
        _claim("le-chat", "2025-06-30", 9e6, unit="users", stated_by="Other"),
        _claim("le-chat", "2025-06-30", 7e5, platform="android", unit="users", stated_by="Other"),
        _claim("le-chat", "2025-09-30", 1.5e6, **unnamed, **both),
        _claim("copilot", "2025-09-30", 1e6, **unnamed),
    ]
    return audience_text.sort_series(pd.DataFrame(rows))


def _drawn() -> list[tuple[str, str, list[float]]]:
    """The label, the app and the numbers of each row, from the top."""
    view, rows = _view(), _users()
    groups = audience_text.row_groups(view, rows)
    figure = audience.audience(rows.assign(hover_text="In words"), groups, STYLES, T)
    labels = [label for _, labels in groups for label in labels]
    return [(label, line.name, list(line.x)) for label, line in zip(labels, figure.data, strict=True)]


def test_a_line_joins_only_one_measurers_numbers_of_one_app_in_one_unit_on_one_platform() -> None:
    assert sorted((name, numbers) for _, name, numbers in _drawn()) == [
        ("Copilot", [1e6]),
        ("Gemini", [1.1e6]),
        ("Le Chat", [7e5]),
        ("Le Chat", [1e6, 2e6]),
        ("Le Chat", [1.5e6]),
        ("Le Chat", [9e6]),
    ]


def test_the_label_of_a_row_has_its_app_and_the_newest_of_its_numbers() -> None:
    for label, name, numbers in _drawn():
        assert label.startswith(f"<b>{name} ≈\u00a0{T.compact(numbers[-1])}</b> · ")


def test_what_is_counted_heads_its_rows_the_newest_first_and_what_nobody_named_measured_last() -> None:
    headings = [heading for heading, _ in audience_text.row_groups(_view(), _users())]
    assert headings == [
        "<b>Users</b>",
        "<b>Users, Android</b>",
        "<b>Visitors, site and app</b>",
        "<b>What is counted is not said</b><br>measurer not named, weaker evidence",
        "<b>What is counted is not said</b><br>Mistral AI and Le Chat together<br>measurer not named, weaker evidence",
    ]


def test_an_estimate_has_an_open_mark_and_a_report_a_filled_one() -> None:
    view, rows = _view(), _users()
    figure = audience.audience(rows.assign(hover_text=""), audience_text.row_groups(view, rows), STYLES, T)
    assert [line.marker.symbol[-1] for line in figure.data if line.name != "Le Chat"] == [
        "diamond-open",
        "triangle-up",
    ]


def _shares() -> pd.DataFrame:
    survey = {"stated_by": "Ifop", "population": "Generative AI users in France", "low": None, "high": None}
    divided = {"stated_by": "Médiamétrie", "population": None, "low": 1.2, "high": 2.1, "total": 12.2e6}
    common = {"platform": "all", "unit": "visitors", "period_start": None, "approximate": False}
    rows = [
        common
        | divided
        | {"app": "le-chat", "share": 1.6, "last_day": "2024-12-31", "period_end": "2024-12"},
        common | survey | {"app": "le-chat", "share": 6.0, "last_day": "2025-04-30", "period_end": "2025-04"},
        common | survey | {"app": "gemini", "share": 20.0, "last_day": "2025-04-30", "period_end": "2025-04"},
    ]
    return shares_text.sort_surveys(pd.DataFrame(rows))


def test_each_survey_stands_apart_the_newest_first() -> None:
    assert shares_text.row_groups(_view(), _shares()) == [
        (
            "<b>Ifop</b>, April 2025<br>generative AI users in France",
            ["<b>Gemini</b> 20%", "<b>Le Chat</b> 6%"],
        ),
        (
            "<b>Médiamétrie</b>, December 2024<br>all assistants’ 12.2M (visitors, site and app)",
            ["<b>Le Chat</b> 1.2 to 2.1%"],
        ),
    ]


def test_a_divided_share_shows_what_rounding_allows_and_a_published_one_does_not() -> None:
    rows = _shares()
    groups = shares_text.row_groups(_view(), rows)
    gemini, le_chat, divided = audience.shares(rows, groups, ["", "", ""], STYLES, T).data
    assert (gemini.x, le_chat.x, divided.x) == ((20.0,), (6.0,), (1.6,))
    assert divided.x[0] - divided.error_x.arrayminus[0] == pytest.approx(1.2)
    assert divided.x[0] + divided.error_x.array[0] == pytest.approx(2.1)
    assert gemini.error_x.array is None
