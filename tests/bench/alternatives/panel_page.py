"""The rank page in Panel: `panel serve tests/bench/alternatives/panel_page.py`."""

import panel as pn

from tests.bench.alternatives.content import FIRST, HEADINGS, LAST, figures, storefronts

pn.extension("plotly")
country = pn.widgets.Select(
    name="Country", options={name: code for code, name in storefronts().items()}, value="fr"
)
days = pn.widgets.DateRangePicker(name="Days", value=(FIRST, LAST))
charts = [
    pn.pane.Plotly(figure, config={"displayModeBar": False}, sizing_mode="stretch_width")
    for figure in figures("fr", FIRST, LAST)
]


def draw(*_: object) -> None:
    """All charts anew."""
    for chart, figure in zip(charts, figures(country.value, *days.value), strict=True):
        chart.object = figure


country.param.watch(draw, "value")
days.param.watch(draw, "value")
parts = [part for pair in zip(HEADINGS, charts, strict=True) for part in pair]
pn.Column("# Rank", country, days, *parts, sizing_mode="stretch_width").servable()
