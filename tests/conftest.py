"""What the committed data folder holds, opened once."""

import gc
from collections.abc import Iterator

import pytest
import streamlit as st

from dashboard.catalog import Catalog, load
from dashboard.warehouse import Warehouse
from tests.helpers.given import DATA


@pytest.fixture(scope="session", autouse=True)
def _nothing_left_open() -> Iterator[None]:
    """DuckDB complains of databases that outlive the interpreter, and the app caches its own."""
    yield
    st.cache_resource.clear()
    st.cache_data.clear()
    gc.collect()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load(DATA / "catalog.toml")


@pytest.fixture(scope="session")
def committed(catalog: Catalog) -> Warehouse:
    return Warehouse(DATA, catalog)
