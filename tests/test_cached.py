"""Readers share databases and query results, which are bounded, and nothing else: no change, no error, no cache's end."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import numpy as np
import pytest
import streamlit as st

from dashboard.warehouse import cache
from dashboard.warehouse.folder import data_version
from dashboard.warehouse.query_result import QueryResult
from dashboard.warehouse.snapshots import SnapshotError

READERS = 8


def charts_available() -> QueryResult:
    return cache.query_result(data_version(), None, "charts_available", {})


def test_readers_who_ask_at_once_are_answered_by_one_query(data: Path) -> None:
    version, together = data_version(), Barrier(READERS)

    def reader(params: dict[str, object]) -> QueryResult:
        together.wait()
        return cache.query_result(version, None, "charts_available", params)

    with ThreadPoolExecutor(READERS) as pool:
        results = list(pool.map(reader, [{} for _ in range(READERS)]))
    assert len({id(result.params) for result in results}) == 1, "those of the one that queried"
    assert len(results[0].rows) > 0


def test_parameters_in_another_order_are_the_same_query() -> None:
    params: dict[str, object] = {"apps": ["le-chat"], "country": "fr"}
    version = data_version()
    first = cache.query_result(version, None, "features", params)
    assert (
        cache.query_result(version, None, "features", dict(reversed(params.items()))).params is first.params
    )


def test_what_one_reader_changes_no_other_sees() -> None:
    first = charts_available().rows
    first["country"] = "none"
    first.loc[:, "readings"] = 0
    second = charts_available().rows
    assert "none" not in set(second["country"])
    assert (second["readings"] > 0).all()


def test_readers_share_the_cells() -> None:
    first, second = (charts_available().rows["first_day"].to_numpy() for _ in range(2))
    assert np.shares_memory(first, second)


def test_an_error_is_each_readers_own_and_ends_with_the_damage(data: Path) -> None:
    whole = {path: path.read_bytes() for path in (data / "snapshots").glob("charts-*.parquet")}
    for path, content in whole.items():
        path.write_bytes(content[:-400])
    raised = []
    for _ in range(2):
        with pytest.raises(SnapshotError) as error:
            charts_available()
        raised.append(error.value)
    assert raised[0] is not raised[1]
    assert str(raised[0]) == str(raised[1])
    for path, content in whole.items():
        path.write_bytes(content)
    assert len(charts_available().rows) > 0


def test_a_result_counts_by_its_bytes(data: Path) -> None:
    results: Any = cache._query.cache
    assert results.maxsize == cache.MAX_RESULT_BYTES
    before = results.currsize
    rows = charts_available().rows
    assert results.currsize - before == rows.memory_usage(deep=True).sum() > 0


def test_emptying_streamlits_caches_empties_none_of_the_apps() -> None:
    before, catalog = charts_available(), cache.catalog()
    st.cache_data.clear()
    st.cache_resource.clear()
    assert charts_available().params is before.params
    assert cache.catalog() is catalog
