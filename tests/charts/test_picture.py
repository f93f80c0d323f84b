"""A picture of a figure carries its title and its source, and leaves the figure as it was."""

import plotly.graph_objects as go

from dashboard.charts.standalone import LETTERS, SOURCE, TITLE, for_print, with_title_and_source

LONG = "Observed · store feeds, recorded by an archive with a very long name · " * 4


def _figure() -> go.Figure:
    return go.Figure(go.Scatter(x=[1, 2], y=[3, 4]), layout={"height": 300, "margin": {"t": 12, "b": 8}})


def test_title_and_source_stand_in_the_picture_in_lines_that_fit() -> None:
    told = with_title_and_source(for_print(_figure()), "A <b> & a finding " * 8, LONG).layout.title.text
    lines = told.split("<br>")
    heads = [line for line in lines if line.startswith("<b>")]
    assert len(heads) > 1
    assert "&lt;b&gt; &amp;" in told
    assert all(len(line) <= LETTERS[SOURCE] + 45 for line in lines)
    assert LETTERS[TITLE] < LETTERS[SOURCE]


def test_the_axes_keep_their_height_below_the_words() -> None:
    shown = with_title_and_source(for_print(_figure()), "A finding", LONG)
    room = shown.layout.height - shown.layout.margin.t - shown.layout.margin.b
    assert room >= 300 - 12 - 16


def test_the_figure_itself_stays_as_it_was() -> None:
    figure = _figure()
    before = figure.to_json()
    with_title_and_source(for_print(figure), "A finding", "Observed")
    assert figure.to_json() == before
