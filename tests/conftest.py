"""What the committed data folder holds, opened once, and a browser."""

import gc
from collections.abc import Iterator

import pytest
import streamlit as st
from playwright.sync_api import Browser, sync_playwright

from dashboard.catalog import Catalog, load
from dashboard.warehouse import Warehouse
from tests.browser.reader import launch
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a process: Playwright bears no second one beside it."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()
