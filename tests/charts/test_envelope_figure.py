"""Envelopes: steps and not curves, and a line only within one series."""

from typing import Any

import pandas as pd
import pytest

from dashboard.charts.envelopes import EnvelopeInput, envelopes
from dashboard.charts.theme import Style
from dashboard.text.translator import Translator

STYLES = {"le-chat": Style("Le Chat", "#E8590C", "circle")}
T = Translator("en")
NO_EVENTS = pd.DataFrame(columns=["app", "earliest_day", "happened_on", "title_en", "publisher"])
STEPS = pd.DataFrame(
    {
        "app": "le-chat",
        "day": [0, 14, 15, 30],
        "floor": [None, 1e6, 1e6, 2e6],
        "ceiling": [1.5e6, 1.5e6, None, None],
        "floor_by": "synthetic",
        "ceiling_by": "synthetic",
    }
)


def _claim(**row: Any) -> pd.DataFrame:
    known = {
        "app": "le-chat",
        "race": "same",
        "value": 1e6,
        "bound": "floor",
        "low": 1e6,
        "high": None,
        "earliest_day": 13,
        "latest_day": 14,
        "series": "one",
        "kind": "reported",
        "scope": "world",
        "stated_by": "synthetic",
        "approximate": False,
    }
    return pd.DataFrame([known | row]).astype({"high": float})


def _drawn(*claims: pd.DataFrame, events: pd.DataFrame = NO_EVENTS, scale: str = "log") -> Any:
    return envelopes(EnvelopeInput(STEPS, pd.concat(claims), events, STYLES, T, scale))


def _named(figure: Any, name: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name == name]


def test_a_floor_is_a_step_that_goes_on_and_a_ceiling_ends_with_its_claim() -> None:
    figure = _drawn(_claim())
    (floor,), (ceiling,) = _named(figure, "Le Chat: floor"), _named(figure, "Le Chat: ceiling")
    assert (floor.line.shape, floor.line.dash, ceiling.line.dash) == ("hv", "solid", "dash")
    assert list(floor.y[1:]) == [1e6, 1e6, 2e6, 2e6]
    assert [bool(pd.isna(y)) for y in ceiling.y] == [False, False, True, True, True]
    assert not floor.connectgaps


def test_a_floor_points_up_on_the_latest_day_it_may_mean() -> None:
    (mark,) = _named(_drawn(_claim()), "Le Chat")
    assert list(mark.x) == [13, 14]
    assert mark.marker.symbol[1] == "arrow-up"
    assert "at least 1M by day 14" in mark.customdata[1]


def test_a_rounded_number_stands_with_what_its_rounding_allows() -> None:
    (mark,) = _named(_drawn(_claim(bound="point", low=0.95e6, high=1.5e6, kind="estimated")), "Le Chat")
    assert mark.marker.symbol[1] == "circle-open"
    assert (mark.error_y.array[1], mark.error_y.arrayminus[1]) == (500_000, 50_000)


def test_a_line_joins_claims_of_one_series_and_no_others() -> None:
    later = {"value": 2e6, "latest_day": 30}
    assert len(_named(_drawn(_claim(), _claim(**later)), "Le Chat: series")) == 1
    assert _named(_drawn(_claim(), _claim(series="two", **later)), "Le Chat: series") == []


def test_a_claim_of_another_platform_is_faint() -> None:
    other = _claim(race="platform", value=3e6)
    same, faint = _named(_drawn(_claim(), other), "Le Chat")
    assert faint.opacity < same.opacity


@pytest.mark.parametrize(("scale", "kind"), [("log", "log"), ("linear", None)])
def test_both_scales_can_be_drawn_and_the_logarithmic_one_has_no_zero(scale: str, kind: str | None) -> None:
    figure = _drawn(_claim(earliest_day=0), scale=scale)
    assert (figure.layout.xaxis.type, figure.layout.yaxis.type) == (kind, kind)
    lowest = min(x for trace in figure.data for x in trace.x)
    assert lowest > 0 if scale == "log" else lowest == 0


def test_an_event_stands_on_its_day_with_its_date_and_source() -> None:
    event = {
        "app": "le-chat",
        "earliest_day": 3,
        "happened_on": "2025-02-09",
        "title_en": "It happened",
        "publisher": "A paper",
    }
    (mark,) = _named(_drawn(_claim(), events=pd.DataFrame([event])), "Le Chat: events")
    assert list(mark.x) == [3]
    assert mark.customdata[0] == "9 Feb 2025: It happened (A paper)"


def test_each_app_has_a_panel_of_its_own_over_one_axis_of_days() -> None:
    styles = STYLES | {"chatgpt": Style("ChatGPT", "#0CA678", "square")}
    steps = pd.concat([STEPS, STEPS.assign(app="chatgpt")])
    claims = pd.concat([_claim(), _claim(app="chatgpt")])
    figure = envelopes(EnvelopeInput(steps, claims, NO_EVENTS, styles, T, "log"))
    assert {(trace.name.split(":")[0], trace.yaxis) for trace in figure.data} == {
        ("Le Chat", "y"),
        ("ChatGPT", "y2"),
    }
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    assert figure.layout.xaxis.anchor == "y2"


def test_a_band_lies_only_where_floor_and_ceiling_are_known() -> None:
    (band,) = _named(_drawn(_claim()), "Le Chat: band")
    assert (list(band.x), list(band.y)) == ([14, 15, 15, 14], [1e6, 1e6, 1.5e6, 1.5e6])
