"""The frozen data, opened once, which every test reads that names no other folder; and a browser."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from dashboard.domain.catalog import Catalog, load
from dashboard.warehouse import cache
from dashboard.warehouse.warehouse import Warehouse
from tests.app_pages.running import copy_of_data
from tests.browser.reader import launch
from tests.helpers.datasets import COMMITTED, DATA

TESTS = Path(__file__).parent
# What takes longest begins first, so that no worker is left alone with it at the end.
SLOW = ("site", "browser", "collect/safety", "evidence", "reference", "data", "app_pages")
TOGETHER = ("site", "evidence")  # files of a folder that share what is dear to make
os.environ["PALMARES_DATA"] = str(DATA)  # also of the servers and commands that tests start


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow and put it first; a file, or a folder of TOGETHER, runs in one worker."""
    order = {}
    for item in items:
        path = item.path.relative_to(TESTS).as_posix()
        folder = next((number for number, name in enumerate(SLOW) if path.startswith(f"{name}/")), None)
        order[item] = len(SLOW) if folder is None else folder
        if folder is not None:
            item.add_marker("slow")
        item.add_marker(pytest.mark.xdist_group(path.split("/")[0] if path.startswith(TOGETHER) else path))
    items.sort(key=order.__getitem__)


@pytest.fixture(scope="session", autouse=True)
def _nothing_left_open() -> Iterator[None]:
    """DuckDB complains of databases that outlive the interpreter, and the app caches its own."""
    yield
    cache.warehouse_for.cache_clear()
    gc.collect()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load(DATA / "catalog.toml")


@pytest.fixture(scope="session")
def frozen(catalog: Catalog) -> Warehouse:
    return Warehouse(DATA, catalog)


@pytest.fixture(scope="session")
def committed() -> Warehouse:
    """The repository's own data, of any day."""
    return Warehouse(COMMITTED, load(COMMITTED / "catalog.toml"))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the frozen data, which the app then reads and a test may damage."""
    folder = copy_of_data(tmp_path)
    monkeypatch.setenv("PALMARES_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a process: Playwright bears no second one beside it."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()
