"""before_after: the last rank before an event, the first after it, and the best on either side."""

from pathlib import Path
from typing import Any

from dashboard.warehouse import questions
from tests.helpers.claimed import event, source
from tests.helpers.datasets import CHATGPT, LE_CHAT, create_warehouse, reading
from tests.helpers.tables import tuples

CHART: dict[str, Any] = {"country": "fr", "store": "app_store", "chart": "top-free", "category": "all"}
QUERY: dict[str, Any] = CHART | {"apps": ["le-chat", "chatgpt"], "event": "synthetic-one", "days": 28}


def test_the_days_of_the_event_itself_are_on_neither_side(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path,
        source(),
        event("one", "2025-10-06"),
        *(reading(f"2025-10-{day:02}T08:00:00", {rank: LE_CHAT}) for day, rank in ((1, 3), (4, 7), (6, 1))),
        reading("2025-10-09T08:00:00", {1: CHATGPT}),
        reading("2025-10-10T08:00:00", {2: LE_CHAT}),
        reading("2025-11-20T08:00:00", {1: LE_CHAT}),
    )
    found = questions.before_after(house, **QUERY)
    columns = "app, days_before, before_rank, best_before, days_after, after_rank, after_depth, best_after"
    assert tuples(found, columns) == [
        ("chatgpt", 2, None, None, 2, 1, 50, 1),
        ("le-chat", 2, 7, 3, 2, None, 50, 2),
    ]


def test_an_event_of_which_no_day_is_near_a_snapshot_has_no_row(tmp_path: Path) -> None:
    house = create_warehouse(
        tmp_path, source(), event("one", "2025-02-06"), reading("2025-10-01T08:00:00", {1: LE_CHAT})
    )
    assert questions.before_after(house, **QUERY).empty
