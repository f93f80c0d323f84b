"""The whole way: a store answers, the collector reads it, and a dashboard already open shows the new rank."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT, Served, serve
from tests.browser.numbers import tables
from tests.browser.reader import Reader
from tests.helpers.datasets import DATA
from tests.store import StoreServer, faults
from tests.store.readings import places

pytestmark = pytest.mark.browser
RUN = [sys.executable, "-m", "dashboard.collect", "run", "--country", "fr", "--only", "charts"]
LE_CHAT = "6740410176"


@pytest.fixture(scope="module")
def store() -> Iterator[StoreServer]:
    with StoreServer(day=3) as server:
        yield server


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("collected") / "data"
    shutil.copytree(DATA, folder)
    return folder


@pytest.fixture(scope="module")
def here(collected: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve(tmp_path_factory.mktemp("served") / "log.txt", collected)


def collect(store: StoreServer, data: Path) -> "subprocess.CompletedProcess[str]":
    settings = store.settings | {"PALMARES_PACE": "0", "PALMARES_BACKOFF": "0", "PALMARES_DATA": str(data)}
    return subprocess.run(
        RUN, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )


def shown_rank(store: StoreServer) -> int:
    """Where the store itself has Le Chat among France's Productivity apps."""
    ids = [place.app_id for place in places("fr", "top-free", "productivity", store.day)]
    return ids.index(LE_CHAT) + 1


def rank_page(here: Served, day: datetime) -> str:
    since, until = day - timedelta(days=60), day
    chart = "country=fr&store=app_store&chart=top-free&category=productivity&apps=le-chat"
    return f"{here.url}/rank?lang=en&{chart}&from={since:%Y-%m-%d}&to={until:%Y-%m-%d}"


def rerun(reader: Reader) -> None:
    """As a reader does who presses R."""
    reader.page.locator("h1").first.click()
    reader.page.keyboard.press("r")
    reader.page.wait_for_timeout(500)
    reader.settle()


def test_an_open_dashboard_shows_what_the_collector_has_just_read(
    store: StoreServer, collected: Path, here: Served, browser: Browser
) -> None:
    now = store.at
    reader = Reader.arrive(browser, "en", 1280).open(rank_page(here, now))
    expected = f"{now.day} {now:%b %Y}: Le Chat {shown_rank(store)}th"
    assert expected not in reader.text()
    done = collect(store, collected)
    assert (done.returncode, done.stderr) == (0, "")
    rerun(reader)
    assert expected in reader.text()
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    assert reader.complaints == []
    reader.open(f"{here.url}/sources?lang=en&tab=freshness")
    line = reader.page.get_by_role("listitem").filter(has_text="apple-legacy, should update daily")
    expect(line).to_have_text(
        re.compile(r"check\s*last snapshot \d+ (second|minute|hour)s? ago apple-legacy")
    )
    reader.leave()


def test_a_refused_reading_is_told_with_its_reason(
    store: StoreServer, collected: Path, here: Served, browser: Browser
) -> None:
    rule = store.misbehave("/top-paid/", faults.RepeatedApp())
    done = collect(store, collected)
    store.clear()
    assert (done.returncode, rule.struck) == (1, 1)
    reader = Reader.arrive(browser, "en", 1280).open(f"{here.url}/sources?lang=en&tab=freshness")
    expect(reader.page.get_by_role("heading", name="1 rejected answer")).to_be_visible()
    [head, refused] = next(
        rows for name, rows in tables(reader.page).items() if name.startswith("palmares-refusals-")
    )
    told = dict(zip(head, refused, strict=True))
    assert (told["collection"], told["chart"], told["reason"]) == (
        "apple-marketing",
        "top-paid",
        "repeated_app",
    )
    assert len(told["answer_sha256"]) == 64
    reader.leave()
