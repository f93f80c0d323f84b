"""chart_snapshots and chart_list: every snapshot of a chart, and the list that one of them kept."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from dashboard.warehouse import questions
from tests.helpers.datasets import LE_CHAT, open_warehouse, reading, store_rows

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
DAYS: dict[str, Any] = {"since": date(2026, 9, 1), "until": date(2026, 9, 30)}


def test_a_snapshot_is_listed_with_its_depth_and_its_list_names_assistants(tmp_path: Path) -> None:
    rows = reading("2026-09-15T06:00:00", {2: LE_CHAT, 1: "7"}, depth=25)
    store_rows(tmp_path, rows + reading("2026-10-01T06:00:00", {1: "7"}))
    warehouse = open_warehouse(tmp_path)
    (snapshot,) = questions.chart_snapshots(warehouse, **CHART, **DAYS).to_dict("records")
    assert (snapshot["observed_at"], snapshot["depth"], snapshot["scope"]) == (
        datetime(2026, 9, 15, 6),
        25,
        "all",
    )
    listed = questions.chart_list(
        warehouse, **CHART, observed_at=datetime(2026, 9, 15, 6), collection=snapshot["collection"]
    )
    ranks = listed[["rank", "app_id", "app"]].astype(object).where(listed.notna(), None)
    assert list(ranks.itertuples(index=False, name=None)) == [(1, "7", None), (2, LE_CHAT, "le-chat")]
