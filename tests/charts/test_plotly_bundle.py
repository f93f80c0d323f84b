"""Readers get the part of Plotly that the figures need, and the whole of it where it cannot be taken apart."""

import re
from pathlib import Path

import pytest

from dashboard.charts import plotly_bundle

FIGURES = Path(__file__).parents[2] / "dashboard" / "charts"
TRACES = re.compile(r"\.add_(scatter|bar|heatmap|[a-z]+)\(")
SHAPES = {"annotation", "hrect", "vrect", "vline", "hline", "shape", "layout_image"}


def test_the_part_that_is_served_is_a_third_of_the_whole_at_most() -> None:
    assert len(plotly_bundle.content()) < len(plotly_bundle.full_bundle()) / 3


def test_every_kind_of_trace_that_a_figure_has_is_served() -> None:
    drawn = {kind for path in FIGURES.glob("*.py") for kind in TRACES.findall(path.read_text("utf-8"))}
    assert drawn - SHAPES == {"scatter", *plotly_bundle.TRACES}
    kinds = set(plotly_bundle.KIND.findall(plotly_bundle.content().decode()))
    assert drawn - SHAPES <= kinds
    assert "mesh3d" not in kinds


def test_the_licences_stay_with_the_script() -> None:
    text = plotly_bundle.content().decode()
    assert "Licensed under the MIT license" in text[:200]
    assert "Bundled license information" in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "window.Plotly = {};",
        "f({});var a=W(e=>{e.b=1});var c=W(()=>{R.register([a()])});",  # no kind that is wanted
    ],
)
def test_a_script_built_otherwise_is_served_whole(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plotly_bundle, "full_bundle", lambda: text)
    assert plotly_bundle.content.__wrapped__() == text.encode()


def test_what_nothing_names_is_left_out_and_what_is_named_by_what_stays_is_kept() -> None:
    text = (
        'f({});var a=W((e,t)=>{t.exports=b()});var b=W((e,t)=>{t.exports={moduleType:"trace",name:"bar"}});'
        'var c=W((e,t)=>{t.exports={moduleType:"trace",name:"pie",d:d()}});var d=W(e=>{e.only=1});'
        'var h=W((e,t)=>{t.exports={moduleType:"trace",name:"heatmap"}});'
        "var z=W((e,t)=>{t.exports.register([a(),c(),h()])});z();"
    )
    kept = plotly_bundle._strip_traces(text, ("bar", "heatmap"))
    assert re.findall(r"var (\w)=", kept) == ["a", "b", "h", "z"]
    assert ".register([a(),h()])" in kept
