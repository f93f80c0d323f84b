"""Views are created when a query first reads them, once, whoever comes first."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pandas as pd

from dashboard.domain.catalog import Catalog
from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse
from tests.helpers.datasets import DATA

PLAIN = ("all_claims", "charts_available", "date_range", "freshness", "headline_figures", "sources")
READERS = 12


def answer(warehouse: Warehouse, name: str) -> pd.DataFrame:
    rows: pd.DataFrame = getattr(questions, name)(warehouse)
    return rows


def test_readers_who_come_together_to_a_new_database_get_the_answers_of_one_who_comes_alone(
    catalog: Catalog,
) -> None:
    alone = Warehouse(DATA, catalog)
    expected = {name: answer(alone, name) for name in PLAIN}
    for _ in range(5):
        warehouse, together = Warehouse(DATA, catalog), Barrier(READERS)

        def ask(number: int, warehouse: Warehouse = warehouse, together: Barrier = together) -> Any:
            together.wait()
            return PLAIN[number % len(PLAIN)], answer(warehouse, PLAIN[number % len(PLAIN)])

        with ThreadPoolExecutor(READERS) as pool:
            for name, rows in pool.map(ask, range(READERS)):
                pd.testing.assert_frame_equal(rows, expected[name])


def test_a_query_creates_what_it_reads_and_nothing_else(catalog: Catalog) -> None:
    warehouse = Warehouse(DATA, catalog)
    questions.sources(warehouse)
    with warehouse._con.cursor() as cursor:
        tables = {name for (name,) in cursor.sql("show tables from warehouse").fetchall()}
    assert "sources" in tables
    assert "chart_readings" not in tables
