"""spending: every estimate of what consumers spent, and the greatest on the best evidence."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.claimed import milestone, source
from tests.helpers.datasets import create_warehouse
from tests.helpers.tables import Rows, tuples

USD = {"metric": "revenue", "unit": "usd", "kind": "estimated"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Le Chat: about 2M in 2024, at least 1.9M in all, 9M by a source that names nobody; 5K a day."""
    data: Path = tmp_path_factory.mktemp("spending")
    return create_warehouse(
        data,
        source(),
        source("nobody", tier="unnamed"),
        milestone("year", 2e6, **USD, qualifier="about", period_start="2024-01-01", period_end="2024-12-31"),
        milestone("total", 1.9e6, **USD, period_end="2025-01"),
        milestone("weak", 9e6, **USD, period_end="2025-01", source_id="nobody"),
        milestone(
            "day", 5e3, **USD | {"metric": "revenue_per_day", "unit": "usd_per_day"}, period_end="2024-05-01"
        ),
        milestone("downloads", 1e9, period_end="2024-05-01"),
        milestone("other", 1e6, **USD, app="gemini", period_end="2024-05-01"),
    )


def spent(house: Warehouse, columns: str, until: date = date(2026, 1, 1)) -> Rows:
    return tuples(questions.spending(house, apps=["le-chat"], until=until), columns)


def test_spending_of_a_period_stands_before_that_of_a_day_and_the_newest_first(house: Warehouse) -> None:
    assert spent(house, "claim_id") == [
        ("synthetic-total",),
        ("synthetic-weak",),
        ("synthetic-year",),
        ("synthetic-day",),
    ]


def test_the_greatest_by_its_lower_bound_is_marked_and_none_whose_source_names_nobody(
    house: Warehouse,
) -> None:
    assert dict(spent(house, "claim_id, place")) == {
        "synthetic-total": 1,
        "synthetic-weak": None,
        "synthetic-year": None,
        "synthetic-day": None,
    }


def test_what_was_estimated_of_later_days_is_left_out(house: Warehouse) -> None:
    assert spent(house, "claim_id", date(2024, 6, 1)) == [("synthetic-day",)]
