"""The button Evidence gives one file that opens from the disk without a network, and prints."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from dashboard.domain.clock import utc_now
from dashboard.text.translator import Translator
from dashboard.warehouse.warehouse import Warehouse
from tests.browser.conftest import ROOT, Served
from tests.browser.numbers import downloaded, figures, tables
from tests.browser.reader import LOCALES, Reader
from tests.export.evidence import made
from tests.helpers.datasets import reading, store_rows

pytestmark = pytest.mark.browser
BUTTON = {"en": "Evidence", "fr": "Preuves"}
WORDS = {"en": ("Sources", "Find these numbers again"), "fr": ("Sources", "Retrouver ces nombres")}
QUERY = "country=fr&category=productivity&tab=days&from=2026-09-15&to=2026-10-08&apps=le-chat,claude,gemini"
LE_CHAT, CLAUDE = "6740410176", "6473753684"
LARGEST = 8_000_000  # of a file; the charts' own script is 4.8 of them [bytes]


def pressed(reader: Reader, lang: str, folder: Path) -> Path:
    """The file that the page's button gives."""
    button = reader.page.get_by_role("button", name=BUTTON[lang], exact=True)
    got = downloaded(reader.page, button)
    path = folder / got.suggested_filename
    got.save_as(path)
    return path


def offline(browser: Browser, file: Path, lang: str) -> tuple[Page, list[str]]:
    """The file opened from the disk with the network cut, and all that went wrong or was asked for."""
    context = browser.new_context(locale=LOCALES[lang], viewport={"width": 1280, "height": 900})
    context.set_offline(True)
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if asked.url.startswith("http") else None)
    page.goto(file.as_uri())
    page.wait_for_function("() => [...document.querySelectorAll('.chart')].every(one => one.data)")
    return page, wrong


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_file_of_the_rank_page_opens_offline_with_the_numbers_of_the_page(
    served: Served, browser: Browser, tmp_path: Path, lang: str
) -> None:
    reader = Reader.arrive(browser, lang, 1280).open(f"{served.url}/rank?lang={lang}&{QUERY}")
    file = pressed(reader, lang, tmp_path)
    assert re.fullmatch(rf"palmares-rank-{lang}-\d{{8}}T\d{{6}}Z\.html", file.name)
    page, wrong = offline(browser, file, lang)
    assert figures(page) == figures(reader.page)
    shown = tables(reader.page)
    assert set(shown) == set(FILES)
    for name, rows in shown.items():
        assert _held(file, FILES[name]) == _shown(rows), name
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("h1").count() == 1
    for word in WORDS[lang]:
        assert page.get_by_role("heading", name=word, exact=True).count() == 1
    assert (wrong, reader.complaints) == ([], [])
    assert file.stat().st_size < LARGEST
    page.context.close()
    reader.leave()


def test_without_scripts_the_file_says_so_and_gives_each_chart_in_words(
    served: Served, browser: Browser, tmp_path: Path
) -> None:
    reader = Reader.arrive(browser, "fr", 1280).open(f"{served.url}/rank?lang=fr&{QUERY}")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pressed(reader, "fr", tmp_path).as_uri())
    told = page.locator("figure", has_text="Le graphique demande JavaScript")
    assert told.count() == page.locator("figure").count() == 1
    assert "Claude\u00a0: meilleur rang 1er" in told.first.inner_text().replace("\u202f", "\u00a0")
    assert page.get_by_role("button").count() == 0
    context.close()
    reader.leave()


def test_a_second_press_gives_the_same_file_so_that_the_server_holds_one(
    served: Served, browser: Browser, tmp_path: Path
) -> None:
    reader = Reader.arrive(browser, "en", 1280).open(f"{served.url}/brief?lang=en&{QUERY}")
    first = pressed(reader, "en", tmp_path).read_bytes()
    reader.page.wait_for_timeout(1100)  # a file says its moment to the second
    assert pressed(reader, "en", tmp_path).read_bytes() == first
    reader.leave()


FILES = {
    "palmares-history-fr-2026-09-15-2026-10-08.csv": "rank_history",
    "palmares-days-fr-2026-09-15-2026-10-08.csv": "rank_by_day",
    "palmares-summary-fr-2026-09-15-2026-10-08.csv": "rank_summary",
}


def _held(file: Path, name: str) -> list[list[str]]:
    """The rows of the first such question in the file, each cell as text, in the order of text."""
    question = next(one for one in made.record(file)["questions"] if one["name"] == name)
    return sorted([_text(cell) for cell in row] for row in question["rows"])


def _shown(rows: list[list[str]]) -> list[list[str]]:
    """The rows of a CSV without what is added to say where they come from."""
    own = [name for name in rows[0] if not name.startswith("evidence_")]
    return sorted([_text(cell) for cell in row[: len(own)]] for row in rows[1:])


def _text(cell: Any) -> str:
    """A cell as both write it: moments without their zone, whole numbers without a fraction."""
    text = "" if cell is None else str(cell)
    return re.sub(r"(T[\d:]+)Z$", r"\1", re.sub(r"^(\d+)\.0$", r"\1", text)).removesuffix("T00:00:00")


@pytest.mark.parametrize("page", ["", "launch", "competitors", "brief", "sources"])
def test_every_pages_file_opens_offline_and_says_no_wrong_word(
    served: Served, browser: Browser, tmp_path: Path, page: str
) -> None:
    reader = Reader.arrive(browser, "fr", 1280).open(f"{served.url}/{page}?lang=fr")
    opened, wrong = offline(browser, pressed(reader, "fr", tmp_path), "fr")
    assert figures(opened) == figures(reader.page)
    assert (wrong, reader.complaints) == ([], [])
    opened.context.close()
    reader.leave()


def test_the_file_prints_on_a4_with_every_chart(served: Served, browser: Browser, tmp_path: Path) -> None:
    reader = Reader.arrive(browser, "en", 1280).open(f"{served.url}/rank?lang=en&{QUERY}")
    page, wrong = offline(browser, pressed(reader, "en", tmp_path), "en")
    printed = page.pdf(prefer_css_page_size=True)
    boxes = {
        tuple(map(round, map(float, box.split()))) for box in re.findall(rb"/MediaBox \[([^\]]+)\]", printed)
    }
    assert boxes == {(0, 0, 595, 842)}
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 7
    assert wrong == []
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    cells = page.locator(".wide tbody tr").first.locator("td")
    assert set(cells.evaluate_all("all => all.map(one => getComputedStyle(one).display)")) == {"inline"}
    widths = page.eval_on_selector_all(".chart", "all => all.map(one => one.getBoundingClientRect().width)")
    assert widths
    assert max(page.eval_on_selector_all(".main-svg", "all => all.map(one => one.clientWidth)")) <= 700
    page.context.close()
    reader.leave()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_chart_is_taken_as_png_and_svg_with_title_source_and_date_in_it(
    served: Served, browser: Browser, frozen: Warehouse, tmp_path: Path, lang: str
) -> None:
    reader = Reader.arrive(browser, lang, 1280).open(f"{served.url}/rank?lang={lang}&{QUERY}")
    page, _ = offline(browser, pressed(reader, lang, tmp_path), lang)
    got = {kind: _picture(page, kind) for kind in ("png", "svg")}
    assert got["png"].startswith(b"\x89PNG")
    drawn = " ".join(ElementTree.fromstring(got["svg"]).itertext()).replace("\u00a0", " ")
    title = page.locator("h3").first.inner_text().replace("\u00a0", " ")
    assert title.split(",")[0] in drawn
    assert "ailangbook-dotcom/appstore-rank-collector" in drawn
    assert frozen.newest_ingest is not None
    day = Translator(lang).day(frozen.newest_ingest.date()).replace("\u00a0", " ")
    assert {"en": f"Palmarès, as of {day}", "fr": f"Palmarès, au {day}"}[lang] in drawn
    page.context.close()
    reader.leave()


def _picture(page: Page, kind: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f"[data-picture={kind}]").first.press("Enter")
    assert download.value.suggested_filename.endswith(f".{kind}")
    return download.value.path().read_bytes()


def test_the_checker_says_equal_and_later_names_what_new_data_changed(
    living: Served, living_data: Path, browser: Browser, tmp_path: Path
) -> None:
    reader = Reader.arrive(browser, "en", 1280).open(f"{living.url}/rank?lang=en&{QUERY}")
    file = pressed(reader, "en", tmp_path)
    reader.leave()
    assert "Changed by later data: 0" in _checked(file, living_data)
    new = reading("2026-10-08T20:00:00", {1: LE_CHAT, 2: CLAUDE}, category="productivity", depth=98)
    store_rows(living_data, new, now=utc_now())
    told = _checked(file, living_data)
    assert "EQUAL: every row is what the data says" in told
    assert "since then: rank_summary · le-chat · best: the file says 28, the data says 1" in told


def _checked(file: Path, data: Path) -> str:
    """What `python -m dashboard.export check` says of a file that is equal as of its moment."""
    asked = [sys.executable, "-W", "error", "-m", "dashboard.export", "check", str(file)]
    env = {"PALMARES_DATA": str(data), "PATH": ""}
    done = subprocess.run(asked, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
