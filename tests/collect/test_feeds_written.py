"""The feeds that a run adds to: valid Atom, in both languages, nothing repeated, nothing rewritten."""

import re
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from dashboard.collect.__main__ import main
from dashboard.collect.feeds.atom import MAX_ENTRIES, MAX_NEW_ENTRIES, FeedMetadata, update_feed
from dashboard.collect.feeds.entries import Entry, FeedEntryBuilder
from dashboard.domain.filters import Filters, default_filters, from_query
from dashboard.text.translator import Translator
from tests.collect.collecting import Collecting, prepared
from tests.helpers.claimed import milestone
from tests.helpers.datasets import CHATGPT, GEMINI, LE_CHAT, NOW, open_warehouse, store_rows, vocabulary
from tests.helpers.datasets import reading as read
from tests.helpers.files import file_claims
from tests.store.readings import places

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"
TAKEN = datetime(2025, 10, 2, 9)
HEAD = FeedMetadata(
    "urn:uuid:0", "en", "Title", "https://example.org/feeds/fr.en.atom", "https://example.org/rank"
)


def bare(lang: str) -> Filters:
    return default_filters(vocabulary(), lang, date(2025, 1, 1), date(2026, 1, 1))


def entries(path: Path) -> list[ET.Element]:
    return ET.parse(path).getroot().findall(f"{ATOM}entry")


def texts(path: Path, name: str) -> list[str]:
    return [entry.findtext(f"{ATOM}{name}", "") for entry in entries(path)]


def link(entry: ET.Element, rel: str = "alternate") -> str:
    return next(one.attrib["href"] for one in entry.findall(f"{ATOM}link") if one.attrib["rel"] == rel)


def assert_valid(path: Path) -> None:
    """RFC 4287: what a feed and each of its entries must hold, once."""
    feed = ET.parse(path).getroot()
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert {one.attrib["rel"] for one in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    for part in [feed, *entries(path)]:
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        UUID(part.findtext(f"{ATOM}id", "").removeprefix("urn:uuid:"))
        assert datetime.fromisoformat(part.findtext(f"{ATOM}updated", "")).tzinfo is not None
    assert all(link(entry).startswith("http") for entry in entries(path))
    assert len({*texts(path, "id")}) == len(entries(path))
    assert feed.findtext(f"{ATOM}updated") == max(
        texts(path, "updated"), default=feed.findtext(f"{ATOM}updated")
    )


def held(collecting: Collecting, day: int) -> None:
    """Productivity as the store showed it on one of its days, as if a run of two days ago had read it."""
    shown = {
        rank: place.app_id for rank, place in enumerate(places("fr", "top-free", "productivity", day), 1)
    }
    at, source = datetime.now(UTC) - timedelta(days=2), "apple-legacy@000000000000"
    moment = at.replace(microsecond=0, tzinfo=None)
    cells = {"category": "productivity", "depth": len(shown), "source": source}
    store_rows(collecting.data, read(moment.isoformat(), shown, **cells), now=moment)


def collected(collecting: Collecting, day: int, minutes: int) -> None:
    """A run that reads one of the store's days; its charts bear the hour of a clock so many minutes off."""
    collecting.store.day, collecting.store.at = day, datetime.now(UTC) + timedelta(minutes=minutes)
    code, said = collecting.run()
    assert code == 0, said


def test_runs_add_what_changed_to_the_entries_of_its_day(collecting: Collecting) -> None:
    path = collecting.data / "feeds" / "fr.fr.atom"
    held(collecting, 4)
    collected(collecting, 20, -55)
    assert_valid(path)
    before = dict(zip(texts(path, "id"), texts(path, "title"), strict=True))
    assert before
    collected(collecting, 24, 5)
    assert_valid(path)
    after = dict(zip(texts(path, "id"), texts(path, "title"), strict=True))
    assert before.keys() <= after.keys()
    assert before != after


def test_what_a_run_tells_is_what_its_readings_say(collecting: Collecting) -> None:
    held(collecting, 4)
    collected(collecting, 20, 0)
    [summary] = texts(collecting.data / "feeds" / "fr.en.atom", "summary")
    then, now = (
        {place.app_id for place in places("fr", "top-free", "productivity", day)[:10]} for day in (4, 20)
    )
    ids = {one.id: app.name for app in vocabulary().apps if app.kind == "assistant" for one in app.stores}
    came, went = ({ids[one] for one in some if one in ids} for some in (now - then, then - now))
    assert came | went
    assert set(re.findall(r"(?:^|\. )([^.:]+): \d+\w\w on", summary)) == came | went


def test_the_first_run_of_all_has_nothing_to_tell(collecting: Collecting) -> None:
    collected(collecting, 20, 0)
    for lang in ("fr", "en"):
        path = collecting.data / "feeds" / f"fr.{lang}.atom"
        assert_valid(path)
        assert entries(path) == []


def test_a_run_that_brings_nothing_leaves_the_feeds_as_they_were(collecting: Collecting) -> None:
    held(collecting, 4)
    collected(collecting, 20, 0)
    before = {path.name: path.read_bytes() for path in (collecting.data / "feeds").iterdir()}
    assert set(before) == {"fr.en.atom", "fr.fr.atom"}
    collected(collecting, 20, 0)
    assert {path.name: path.read_bytes() for path in (collecting.data / "feeds").iterdir()} == before


@pytest.mark.parametrize("content", ["<feed", "", "<rss/>", "\x00"])
def test_a_feed_that_cannot_be_read_is_mended_and_said_so(collecting: Collecting, content: str) -> None:
    path = collecting.data / "feeds" / "fr.en.atom"
    path.parent.mkdir()
    path.write_text(content)
    code, said = collecting.run()
    assert code == 0
    assert "feed fr.en.atom: could not be read" in said
    assert_valid(path)
    assert_valid(path.with_name("fr.fr.atom"))


def test_a_feed_spoilt_by_a_control_character_keeps_its_entries(tmp_path: Path) -> None:
    path = tmp_path / "fr.en.atom"
    update_feed(path, HEAD, numbered(0, 3), NOW)
    path.write_text(path.read_text().replace("n° 1", "n°\x0b 1\ufffe"))
    assert update_feed(path, HEAD, numbered(0, 4), NOW).mended
    assert texts(path, "title") == ["n° 3", "n° 2", "n° 1", "n° 0"]


def test_what_no_reader_of_xml_takes_never_reaches_a_feed(tmp_path: Path) -> None:
    path = tmp_path / "fr.en.atom"
    hostile = "".join(map(chr, range(0x20))) + "\ufffe\ud800]]><script>&"
    update_feed(
        path, HEAD, [Entry("urn:uuid:1", hostile, hostile, "https://example.org/?a=1&b=2", NOW, NOW)], NOW
    )
    assert entries(path)[0].findtext(f"{ATOM}title", "").strip() == "]]><script>&"


def test_feeds_that_cannot_be_written_end_a_run_in_part(collecting: Collecting) -> None:
    (collecting.data / "feeds").mkdir()
    (collecting.data / "feeds" / "fr.en.atom").mkdir()  # a folder where the file belongs
    code, said = collecting.run()
    assert code == 1
    assert "left as" in said


def test_a_new_claim_is_told_with_the_page_it_was_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = prepared(tmp_path / "data")
    monkeypatch.setenv("PALMARES_DATA", str(data))
    store_rows(data, read("2025-10-01T08:00:00", {1: CHATGPT}))
    assert main(["claims", str(file_claims(tmp_path / "first"))]) == 0
    more = milestone("more", 2_000_000, period_end="2025-03")
    assert main(["claims", str(file_claims(tmp_path / "second", more))]) == 0
    [entry] = entries(data / "feeds" / "fr.fr.atom")
    assert entry.findtext(f"{ATOM}title") == (
        "Nouvelle déclaration sur Le Chat\u202f: 2\u202f000\u202f000 téléchargements, mars 2025"
    )
    assert entry.findtext(f"{ATOM}summary") == (
        "mars 2025, Monde. Déclaré par Synthetic Company. Lu dans Publisher of synthetic-source."
    )
    assert link(entry, "via") == "https://example.org/synthetic-source"


@pytest.mark.parametrize(
    ("lang", "title", "summary"),
    [
        (
            "en",
            "Le Chat reaches no. 1; ChatGPT loses no. 1 (now outside the top 50):"
            " France, App Store, Top free, All categories, 2 Oct 2025",
            "Le Chat: 1st on 2 Oct 2025, outside the top 50 on 1 Oct 2025. ChatGPT: outside the top 50 on"
            " 2 Oct 2025, 1st on 1 Oct 2025. By the last snapshot of each day (UTC). Observed, recorded by"
            " synthetic/archive.",
        ),
        (
            "fr",
            "Le Chat passe n°\u00a01\u202f; ChatGPT n’est plus n°\u00a01 (hors du top 50)\u00a0: France, App Store,"
            " Top gratuit, Toutes catégories, 2 oct. 2025",
            "Le Chat\u00a0: 1er le 2 oct. 2025, hors du top 50 le 1er oct. 2025. ChatGPT\u00a0: hors du top 50"
            " le 2 oct. 2025, 1er le 1er oct. 2025. D’après le dernier relevé de chaque jour (UTC). Observé, enregistré"
            " par synthetic/archive.",
        ),
    ],
)
def test_a_change_is_told_in_both_languages_and_links_to_its_pinned_view(
    tmp_path: Path, lang: str, title: str, summary: str
) -> None:
    readings = read("2025-10-01T08:00:00", {1: CHATGPT}), read("2025-10-02T08:00:00", {1: LE_CHAT})
    store_rows(tmp_path, *readings, now=TAKEN)
    house = open_warehouse(tmp_path)
    [entry] = FeedEntryBuilder(
        vocabulary(), Translator(lang), "fr", bare(lang), "https://live.example"
    ).entries(house)
    assert (entry.title, entry.summary) == (title, summary)
    address = urlsplit(entry.link)
    assert (address.netloc, address.path) == ("live.example", "/rank")
    shown, notices = from_query(parse_qs(address.query), vocabulary(), bare("en"))
    assert notices == []
    assert (shown.lang, shown.as_of, shown.apps[0]) == (lang, TAKEN, "le-chat")
    assert (shown.since, shown.until) == (date(2025, 10, 1), date(2025, 10, 2))
    assert (entry.published, entry.known_at) == (datetime(2025, 10, 2, 8), TAKEN)


def told(data: Path) -> list[Entry]:
    return FeedEntryBuilder(vocabulary(), Translator("en"), "fr", bare("en"), "https://live.example").entries(
        open_warehouse(data)
    )


def test_a_month_imported_today_is_no_news_of_today(tmp_path: Path) -> None:
    tops = ({1: CHATGPT}, {1: LE_CHAT}) * 15
    month = [read(f"2025-10-{day:02}T08:00:00", top) for day, top in enumerate(tops, 1)]
    store_rows(tmp_path, *month, now=NOW)
    assert told(tmp_path) == []


def test_no_entry_names_an_hour_that_nobody_knows(tmp_path: Path) -> None:
    days = {"time_precision": "day"}
    store_rows(tmp_path, read("2025-10-01T00:00:00", {1: CHATGPT}, **days), now=datetime(2025, 10, 1, 9))
    store_rows(tmp_path, read("2025-10-02T00:00:00", {1: LE_CHAT}, **days), now=TAKEN)
    [entry] = told(tmp_path)
    assert "2 Oct 2025" in entry.title
    assert ":00" not in entry.title + entry.summary


def test_an_entry_of_a_day_grows_with_the_day_and_is_repeated_by_no_run(tmp_path: Path) -> None:
    path = tmp_path / "feeds" / "fr.en.atom"
    for hour, top in ((8, {1: LE_CHAT, 2: CHATGPT}), (12, {1: LE_CHAT, 3: CHATGPT, 9: GEMINI})):
        store_rows(
            tmp_path,
            read("2025-10-01T08:00:00", {1: LE_CHAT, 40: CHATGPT, 41: GEMINI}),
            now=datetime(2025, 10, 1, 9),
        )
        store_rows(tmp_path, read(f"2025-10-02T{hour:02}:00:00", top), now=datetime(2025, 10, 2, hour + 1))
        update_feed(path, HEAD, told(tmp_path), NOW)
    [title] = texts(path, "title")
    assert title.startswith("ChatGPT enters the top 10 (3rd); Gemini enters the top 10 (9th): France")
    assert texts(path, "published") == ["2025-10-02T12:00:00Z"]
    store_rows(tmp_path, read("2025-10-02T20:00:00", top), now=datetime(2025, 10, 2, 21))
    before = path.read_bytes()
    assert "3rd on 2 Oct 2025" in texts(path, "summary")[0]
    assert update_feed(path, HEAD, told(tmp_path), NOW).added == 0
    assert path.read_bytes() == before


def numbered(first: int, last: int) -> list[Entry]:
    """An entry a minute."""
    minutes = {n: NOW + timedelta(minutes=n) for n in range(first, last)}
    return [
        Entry(f"urn:uuid:{n}", f"n° {n}", "", "https://example.org", moment, moment)
        for n, moment in minutes.items()
    ]


def test_a_feed_keeps_its_newest_entries_and_never_takes_back_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "feeds" / "fr.en.atom"
    assert update_feed(path, HEAD, numbered(0, MAX_NEW_ENTRIES + 5), NOW).added == MAX_NEW_ENTRIES
    for last in range(MAX_NEW_ENTRIES + 6, MAX_ENTRIES + MAX_NEW_ENTRIES):
        assert update_feed(path, HEAD, numbered(0, last), NOW).added == 1
    assert texts(path, "title") == [
        f"n° {n}" for n in range(MAX_ENTRIES + MAX_NEW_ENTRIES - 2, MAX_NEW_ENTRIES - 2, -1)
    ]


def test_a_reader_never_meets_half_a_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "fr.en.atom"
    update_feed(path, HEAD, numbered(0, 2), NOW)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        update_feed(path, HEAD, numbered(0, 3), NOW)
    assert path.read_bytes() == before
