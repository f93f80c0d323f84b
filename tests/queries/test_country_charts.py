"""country_charts: the charts of a country, those first in which most days rank a chosen assistant."""

from pathlib import Path

from dashboard.warehouse import questions
from tests.helpers.datasets import LE_CHAT, open_warehouse, reading, store_rows


def test_the_chart_in_which_most_days_rank_a_chosen_assistant_comes_first(tmp_path: Path) -> None:
    rows = reading("2026-09-15T06:00:00", {1: LE_CHAT}, category="productivity")
    for day in (15, 16, 17):
        rows += reading(f"2026-09-{day}T06:00:00", {1: "1", 2: "2"})
    store_rows(tmp_path, rows)
    charts = questions.country_charts(open_warehouse(tmp_path), country="fr", apps=["le-chat"])
    counted = charts[["category", "days_ranked", "days"]].itertuples(index=False, name=None)
    assert list(counted) == [("productivity", 1, 1), ("all", 0, 3)]
