"""A figure of a kind that cannot be drawn is named, and its words stand in its place."""

from functools import partial
from pathlib import Path

import plotly.graph_objects as go
import pytest

from dashboard import filters
from dashboard.catalog import Catalog
from dashboard.settings import Settings
from dashboard.site.parts import Chart
from dashboard.site.plan import Sheet
from dashboard.site.writing import TEMPLATES, Writer
from dashboard.texts import Texts
from tests.helpers.given import NOW
from tests.site.test_drawing import spec


@pytest.fixture
def writer(tmp_path: Path, catalog: Catalog) -> Writer:
    return Writer(tmp_path, Settings(live_url="https://live.example"), catalog, Texts("en"), [], NOW, [])


@pytest.mark.parametrize(
    ("figure", "pictures", "said"),
    [
        (go.Figure(go.Sunburst(labels=["a"], parents=[""])), 0, "<p>Who is who</p>"),
        (go.Figure(go.Scatter(x=[1], y=[2]), {"height": 300}), 2, 'alt="Who is who"'),
    ],
)
def test_a_figure_of_an_unknown_kind_is_left_out_by_name_and_no_other(
    writer: Writer, catalog: Catalog, figure: go.Figure, pictures: int, said: str
) -> None:
    sheet = Sheet("rank-fr", "rank", "", "", filters.defaults(catalog, "en", NOW.date(), NOW.date()))
    macro = TEMPLATES.get_template("parts.html").module.draw  # type: ignore[attr-defined]
    text = macro(Chart(spec(figure), "Who is who"), partial(writer.picture, sheet), None, None, Texts("en"))
    assert said in text
    assert len(writer.tasks) == pictures
    told = [] if pictures else ["en/rank-fr: no picture of sunburst; in words: Who is who"]
    assert writer.left_out == told
