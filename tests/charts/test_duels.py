"""One diverging bar a rival: days behind, inconclusive days, days ahead."""

import pandas as pd

from dashboard.charts.duels import duels
from dashboard.charts.theme import Style
from dashboard.text.translator import Translator

STYLES = {
    "le-chat": Style("Le Chat", "#E8590C", "circle"),
    "gemini": Style("Gemini", "#3B82F6", "diamond"),
    "copilot": Style("Copilot", "#9775FA", "triangle-up"),
}


def _bars() -> dict[str, list[tuple[float, float]]]:
    rows = [("le-chat", "gemini", 20, 19, 5, 14), ("le-chat", "copilot", 4, 0, 0, 0)]
    names = ["app", "rival", "days_common", "days_told", "days_ahead", "days_behind"]
    pairs = pd.DataFrame(rows, columns=names)
    figure = duels(pairs, ["Gemini", "Copilot"], ["why", "why not"], STYLES, Translator("en"))
    return {bar.name: list(zip(bar.base, bar.x, strict=True)) for bar in figure.data}


def test_days_behind_end_where_inconclusive_days_begin_and_days_ahead_follow_them() -> None:
    bars = _bars()
    assert bars["days behind"] == [(-14.5, 14), (-2, 0)]
    assert bars["days inconclusive"] == [(-0.5, 1), (-2, 4)]
    assert bars["days ahead"] == [(0.5, 5), (2, 0)]
