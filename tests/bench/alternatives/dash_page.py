"""The rank page in Dash: `gunicorn tests.bench.alternatives.dash_page:server`."""

from datetime import date

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from tests.bench.alternatives.content import FIRST, HEADINGS, LAST, figures, storefronts

app = Dash(__name__, title="Rank")
server = app.server
charts = [dcc.Graph(id=f"chart-{n}", config={"displayModeBar": False}) for n in range(len(HEADINGS))]
app.layout = html.Div(
    [
        html.H1("Rank"),
        dcc.Dropdown(storefronts(), "fr", id="country", clearable=False),
        dcc.DatePickerRange(id="days", start_date=FIRST, end_date=LAST),
        *[part for pair in zip(map(html.H2, HEADINGS), charts, strict=True) for part in pair],
    ]
)


@app.callback(  # type: ignore[untyped-decorator]
    [Output(chart.id, "figure") for chart in charts],
    Input("country", "value"),
    Input("days", "start_date"),
    Input("days", "end_date"),
)
def draw(country: str, since: str, until: str) -> list[go.Figure]:
    """All charts anew, in one answer."""
    return figures(country, date.fromisoformat(since[:10]), date.fromisoformat(until[:10]))
