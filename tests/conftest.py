"""The frozen data, opened once, which every test reads that names no other folder; and a browser."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from dashboard.domain.catalog import Catalog, load_catalog
from dashboard.warehouse import cache
from dashboard.warehouse.warehouse import Warehouse
from tests.app_pages.running import copy_of_data
from tests.browser.reader import launch
from tests.helpers.datasets import COMMITTED, DATA

TESTS = Path(__file__).parent
# What takes longest begins first, so that no worker is left alone with it at the end.
SLOW = ("export/site", "browser", "collect/safety", "export/evidence", "reference", "data", "app_pages")
TOGETHER = ("export/site", "export/evidence")  # files of a folder that share what is dear to make
assert all((TESTS / folder).is_dir() for folder in (*SLOW, *TOGETHER))
settings.register_profile("tests", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("tests")
os.environ["PALMARES_DATA"] = str(DATA)  # also of the servers and commands that tests start


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow folders and put what is slow first."""
    order = {}
    for item in items:
        path = item.path.relative_to(TESTS).as_posix()
        folder = next((number for number, name in enumerate(SLOW) if path.startswith(f"{name}/")), None)
        if folder is not None:
            item.add_marker("slow")
        order[item] = folder if folder is not None else len(SLOW) + (not item.get_closest_marker("slow"))
    items.sort(key=order.__getitem__)


class ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """A file, or a folder of TOGETHER, runs in one worker."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return next((folder for folder in TOGETHER if path.startswith(f"tests/{folder}/")), path)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    return ByFile(config, log)


@pytest.fixture(scope="session", autouse=True)
def _nothing_left_open() -> Iterator[None]:
    """DuckDB complains of databases that outlive the interpreter, and the app caches its own."""
    yield
    cache.warehouse_for.cache_clear()
    gc.collect()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(DATA / "catalog.toml")


@pytest.fixture(scope="session")
def frozen(catalog: Catalog) -> Warehouse:
    return Warehouse(DATA, catalog)


@pytest.fixture(scope="session")
def committed() -> Warehouse:
    """The repository's own data, of any day."""
    return Warehouse(COMMITTED, load_catalog(COMMITTED / "catalog.toml"))


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
