"""What a visitor sees when the data goes wrong under open pages: a plain sentence, the right numbers or none."""

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.collect.storage.compact import compact
from tests.browser.conftest import Served, free_port, serve
from tests.browser.reader import Reader
from tests.browser.test_links import choose
from tests.helpers.datasets import DATA, reading, store_rows

pytestmark = pytest.mark.browser
RANK = "/rank?lang=en&country=fr&category=productivity&apps=le-chat,claude"
NUMBERS = "8 Oct 2026: Claude 1st and Le Chat 28th"
UNUSABLE = "This page needs a file that cannot be used."
UNREADABLE = "The data cannot be read at the moment."


@pytest.fixture
def reader(living: Served, living_data: Path, browser: Browser) -> Iterator[Reader]:
    """A reader who has the rank page open, with its numbers."""
    reader = Reader.arrive(browser, "en", 1280).open(living.url + RANK)
    expect(reader.page.locator("h2").first).to_contain_text(NUMBERS)
    yield reader
    reader.leave()


def charts(data: Path) -> Path:
    return next((data / "snapshots").glob("charts-*.parquet"))


def spoil(data: Path) -> None:
    file = charts(data)
    file.write_bytes(file.read_bytes()[:-400])


def replace(data: Path) -> None:
    """Another sound Parquet file under the snapshot's name."""
    store_rows(
        data.parent / "other", reading("2026-10-08T12:00:00", {1: "6740410176"}, category="productivity")
    )
    charts(data.parent / "other").replace(charts(data))


def remove_all(data: Path) -> None:
    for file in (data / "snapshots").iterdir():
        file.unlink()


FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a snapshot is spoilt": (spoil, UNUSABLE),
    "a snapshot is replaced by other bytes": (replace, UNUSABLE),
    "a snapshot is removed": (lambda data: charts(data).unlink(), "There is no snapshot of: charts"),
    "every snapshot is removed": (remove_all, "The data folder holds no snapshot."),
    "the snapshots are unreadable": (lambda data: (data / "snapshots").chmod(0), UNREADABLE),
    "the data folder is unreadable": (lambda data: data.chmod(0), UNREADABLE),
}


def again(page: Page) -> None:
    """As a reader does who presses R."""
    page.evaluate("() => document.activeElement?.blur()")
    page.keyboard.press("r")


def plain(page: Page, data: Path) -> str:
    """The page's words, which hold no trace and no folder of the server."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    shown = page.locator("[data-testid=stApp]").inner_text()
    for secret in ("Traceback", "Error:", str(data), "/dashboard/", "site-packages"):
        assert secret not in shown
    return shown


def ranks(text: str) -> set[str]:
    """The lines of a page that say a place."""
    return {line for line in text.splitlines() if re.search(r"\d(st|nd|rd|th)\b", line)}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_open_page_and_a_new_one_say_it_plainly_and_show_no_wrong_number(
    reader: Reader, living: Served, living_data: Path, browser: Browser, fault: str
) -> None:
    strike, sentence = FAULTS[fault]
    right = ranks(reader.text())
    strike(living_data)
    again(reader.page)
    expect(reader.page.get_by_text(sentence).first).to_be_visible()
    reader.page.wait_for_function("() => !document.querySelector('[data-stale=true]')")
    assert ranks(plain(reader.page, living_data)) < right
    late = Reader.arrive(browser, "en", 1280)
    late.page.goto(living.url + RANK)
    expect(late.page.get_by_text(sentence).first).to_be_visible()
    assert ranks(plain(late.page, living_data)) < right
    late.leave()
    assert reader.complaints == []


def test_what_is_mended_shows_its_numbers_again_at_the_next_look(reader: Reader, living_data: Path) -> None:
    sound = charts(living_data).read_bytes()
    spoil(living_data)
    again(reader.page)
    expect(reader.page.get_by_text(UNUSABLE)).to_be_visible()
    charts(living_data).write_bytes(sound)
    again(reader.page)
    expect(reader.page.locator("h2").first).to_contain_text(NUMBERS)
    assert reader.complaints == []


def test_a_compaction_under_an_open_page_changes_no_number(reader: Reader, living_data: Path) -> None:
    before = reader.text()
    for day in ("2025-03-01", "2025-03-02"):  # of another chart, so that there is something to merge
        store_rows(
            living_data, reading(f"{day}T12:00:00", {1: "1"}, country="de"), now=datetime(2026, 11, 24, 12)
        )
    merged = list(compact(living_data / "snapshots", datetime(2026, 11, 24, 13), running=True))
    assert {one.dataset for one in merged} >= {"charts"}  # type: ignore[union-attr]
    again(reader.page)
    shows_at_last(reader, before)
    assert reader.complaints == []


def shows_at_last(reader: Reader, text: str) -> None:
    """Wait until the page says `text`: a run that is given up for another leaves half a page for an instant."""
    deadline = time.monotonic() + 30
    while reader.settle().text() != text and time.monotonic() < deadline:
        reader.page.wait_for_timeout(200)
    assert reader.text() == text


def changed_while_it_is_read(data: Path, ask: Callable[[], object]) -> None:
    """A snapshot so long that the server is still reading it when it goes: what was being read has changed."""
    file = data / "snapshots" / "charts-20261124T120000Z-0123456789ab.parquet"
    with file.open("wb") as stream:
        stream.truncate(100_000_000_000)  # nothing of it is on the disk
    ask()
    deadline = time.monotonic() + 60
    while not is_open(file):
        assert time.monotonic() < deadline
    os.truncate(file, 0)
    file.unlink()


def is_open(file: Path) -> bool:
    """Whether a process has it open."""
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        with suppress(OSError):  # processes come and go
            if link.readlink() == file:
                return True
    return False


def test_a_change_while_a_link_is_followed_leads_to_its_page_all_the_same(
    living: Served, living_data: Path, browser: Browser
) -> None:
    late = Reader.arrive(browser, "en", 1280)
    changed_while_it_is_read(living_data, lambda: late.page.goto(living.url + RANK))
    expect(late.page.locator("h1")).to_contain_text("France: App Store")
    expect(late.page.locator("h2").first).to_contain_text(NUMBERS)
    assert "/rank?" in late.page.url
    assert late.complaints == []
    late.leave()


def test_a_change_while_a_page_runs_anew_leaves_its_reader_there(reader: Reader, living_data: Path) -> None:
    before = reader.text()
    changed_while_it_is_read(living_data, lambda: again(reader.page))
    shows_at_last(reader, before)
    assert reader.complaints == []


@pytest.fixture(scope="module")
def restarted(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[list[tuple[Reader, str]]]:
    """Two readers with a page open across a restart of the server, and what they read before it."""
    folder, port = tmp_path_factory.mktemp("restarted"), free_port()
    with contextmanager(serve)(folder / "first.txt", port=port) as first:
        readers = [Reader.arrive(browser, "en", 1280).open(first.url + RANK) for _ in range(2)]
        before = [(reader, reader.text()) for reader in readers]
    for reader, text in before:
        expect(reader.page.get_by_text(re.compile("connection", re.IGNORECASE)).first).to_be_visible()
        assert "Traceback" not in reader.page.locator("body").inner_text()
        assert reader.text() == text
    with contextmanager(serve)(folder / "second.txt", port=port):
        for reader in readers:
            expect(reader.page.get_by_test_id("stDialog")).to_have_count(0, timeout=90_000)
        yield before
        for reader in readers:
            reader.leave()


def test_a_page_left_open_while_the_server_restarts_comes_back_by_itself(
    restarted: list[tuple[Reader, str]],
) -> None:
    reader, before = restarted[0]
    again(reader.page)
    shows_at_last(reader, before)


def test_the_first_change_after_the_server_restarted_is_taken(restarted: list[tuple[Reader, str]]) -> None:
    reader, _ = restarted[1]
    choose(reader, "Country", "Germany")
    expect(reader.page.locator("h1")).to_contain_text("Germany: App Store")
    assert "country=de" in reader.page.url
    choose(reader, "Country", "France")
    expect(reader.page.locator("h2").first).to_contain_text(NUMBERS)


def test_a_file_that_cannot_be_made_any_more_is_told_on_the_page_with_what_to_do(
    reader: Reader, living_data: Path
) -> None:
    (living_data / "catalog.toml").unlink()  # its checksum goes into every file
    reader.page.get_by_role("button", name="Evidence").click()
    expect(reader.page.get_by_text("The file could not be made.")).to_be_visible()
    expect(reader.page.get_by_text("The data has changed since this page was drawn.")).to_be_visible()
    plain(reader.page, living_data)


def test_a_file_asked_for_after_a_compaction_comes_once_the_page_is_loaded_again(
    reader: Reader, living_data: Path
) -> None:
    for day in ("2025-03-01", "2025-03-02"):
        store_rows(
            living_data, reading(f"{day}T12:00:00", {1: "1"}, country="de"), now=datetime(2026, 11, 24, 12)
        )
    list(compact(living_data / "snapshots", datetime(2026, 11, 24, 13), running=True))
    reader.page.get_by_role("button", name="Evidence").click()
    expect(reader.page.get_by_text("Reload the page, then ask again.")).to_be_visible()
    again(reader.page)
    expect(reader.page.get_by_text("The file could not be made.")).to_have_count(0)
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name="Evidence").click()
    assert download.value.suggested_filename.endswith(".html")


def test_a_question_that_takes_too_long_is_stopped_and_the_page_says_so(
    tmp_path: Path, browser: Browser
) -> None:
    for served in serve(tmp_path / "log.txt", settings={"PALMARES_QUESTION_SECONDS": "0.000001"}):
        reader = Reader.arrive(browser, "fr", 1280)
        reader.page.goto(served.url + RANK.replace("lang=en", "lang=fr"))
        sentence = "Cette page demandait plus que ce que le serveur accorde à un lecteur"
        expect(reader.page.get_by_text(sentence).first).to_be_visible()
        plain(reader.page, DATA)
        reader.leave()


def test_an_error_that_nobody_foresaw_is_told_without_its_trace_which_the_log_has(
    tmp_path: Path, browser: Browser
) -> None:
    for served in serve(tmp_path / "log.txt", settings={"PALMARES_MEMORY": "1KB"}):  # no database opens
        reader = Reader.arrive(browser, "en", 1280)
        reader.page.goto(served.url + RANK)
        expect(reader.page.get_by_text("Something went wrong on our side").first).to_be_visible()
        assert "memory" not in plain(reader.page, DATA)
        assert "Traceback" in served.output()
        assert "OutOfMemoryException" in served.output()
        reader.leave()
