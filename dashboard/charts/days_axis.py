"""The axis of days since launch, and bars over the days that a claim may mean."""

import plotly.graph_objects as go

from dashboard.text.translator import Translator

TICKS = (1, 5, 14, 30, 100, 365)
FIRST = 0.7  # where a logarithmic axis begins: a logarithm has no zero, the launch day stands here


def on_axis(day: float, scale: str) -> float:
    """Where a day stands: a logarithmic axis has no zero."""
    return max(float(day), FIRST) if scale == "log" else float(day)


def days_axis(figure: go.Figure, t: Translator, scale: str, last: float) -> None:
    """Days since launch up to `last`."""
    figure.update_xaxes(tickangle=0, title={"text": t("days after launch")}, showgrid=True, griddash="dot")
    if scale == "log":
        ticks = [day for day in TICKS if day <= last * 1.2]
        figure.update_xaxes(type="log", tickvals=ticks, ticktext=[t.number(day) for day in ticks])
    else:
        figure.update_xaxes(rangemode="tozero", nticks=5)
