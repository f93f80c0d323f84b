"""Every text exists in English and French, and French typography holds."""

import re
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from dashboard.text.translator import PO_FILE, Translator
from dashboard.warehouse.sql import parse_sql_file

ROOT = Path(__file__).parents[2]
KEYWORDS = dict.fromkeys(("t", "texts", "self", "N_")) | {"count": (1, 2)}
FR, EN = Translator("fr"), Translator("en")
FRENCH = read_po(BytesIO(PO_FILE.read_bytes()), locale="fr")
WRONG_SPACES = re.compile(r" [;:!?»]|« |[«][^\u202f]|'")


def _messages() -> set[str]:
    """Every text to translate: in code, templates and the titles of queries."""
    methods = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
    messages = extract_from_dir(ROOT / "dashboard", methods, keywords=KEYWORDS)
    in_code = {text if isinstance(text, str) else text[0] for _, _, text, _, _ in messages}
    titles = {parse_sql_file(path).title for path in (ROOT / "queries").glob("*.sql")}
    return in_code | titles


def _texts(value: Any) -> list[str]:
    """The forms of a message, one or two."""
    return list(value) if isinstance(value, (tuple, list)) else [value]


def _translated() -> dict[str, list[str]]:
    return {_texts(message.id)[0]: _texts(message.string) for message in FRENCH if message.id}


def test_every_text_has_its_french_and_no_french_is_left_over() -> None:
    assert set(_translated()) == _messages()
    assert all(text for texts in _translated().values() for text in texts)


def test_a_translation_keeps_every_field_of_its_text() -> None:
    fields = re.compile(r"%?\{[^}]*\}")
    for english, french in _translated().items():
        assert all(set(fields.findall(text)) == set(fields.findall(english)) for text in french), english


def test_french_punctuation_has_no_break_spaces() -> None:
    texts = [text for texts in _translated().values() for text in texts]
    assert [text for text in texts if WRONG_SPACES.search(text)] == []


def test_french_texts_of_the_catalogue_have_no_break_spaces() -> None:
    lines = (ROOT / "data" / "catalog.toml").read_text("utf-8").splitlines()
    french = [line.partition(" = ")[2] for line in lines if re.match(r"(fr|means_fr|name_fr) = ", line)]
    assert [text for text in french if WRONG_SPACES.search(text)] == []


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [(1_200_000, "1,2\u00a0M", "1.2M"), (500_000, "500\u00a0k", "500K"), (1_000_000_000, "1\u00a0Md", "1B")],
)
def test_large_numbers_are_short_in_both_languages(value: float, french: str, english: str) -> None:
    assert (FR.compact(value), EN.compact(value)) == (french, english)


@pytest.mark.parametrize(
    ("rank", "french", "english"),
    [(1, "1er", "1st"), (2, "2e", "2nd"), (3, "3e", "3rd"), (11, "11e", "11th"), (63, "63e", "63rd")],
)
def test_ranks_are_ordinals(rank: int, french: str, english: str) -> None:
    assert (FR.ordinal(rank), EN.ordinal(rank)) == (french, english)


@pytest.mark.parametrize(
    ("iso", "french", "english"),
    [
        ("2025", "2025", "2025"),
        ("2025-02", "février 2025", "February 2025"),
        ("2025-02-06", "6 févr. 2025", "6 Feb 2025"),
    ],
)
def test_a_date_is_as_exact_as_its_source(iso: str, french: str, english: str) -> None:
    assert (FR.partial_date(iso), EN.partial_date(iso)) == (french, english)


def test_the_first_of_a_month_is_an_ordinal_in_french_alone() -> None:
    first = date(2026, 3, 1)
    assert (FR.day(first), FR.partial_date("2026-03-01"), FR.day(first, "d")) == (
        "1er mars 2026",
        "1er mars 2026",
        "1er",
    )
    assert (FR.day(date(2026, 3, 11)), FR.day(first, "MMM y"), EN.day(first)) == (
        "11 mars 2026",
        "mars 2026",
        "1 Mar 2026",
    )


def test_a_missing_date_is_undated() -> None:
    assert EN.partial_date(None) == "undated"


def test_datetimes_are_marked_as_utc() -> None:
    assert FR.utc_datetime(datetime(2026, 9, 15, 15, 59)) == "15 sept. 2026, 15:59 UTC"


def test_one_day_is_not_a_range() -> None:
    assert EN.days(date(2025, 2, 6), date(2025, 2, 6)) == "6 Feb 2025"


def test_countries_and_areas_have_names() -> None:
    assert (FR.country("gb"), EN.country("world"), FR.country("us+ca")) == (
        "Royaume-Uni",
        "World",
        "États-Unis et Canada",
    )


def test_plurals_follow_the_language() -> None:
    assert FR.count("{n} claim", "{n} claims", 0) == "0 déclaration"
    assert EN.count("{n} claim", "{n} claims", 0) == "0 claims"


@pytest.mark.parametrize(
    ("value", "floor", "ceiling"),
    [
        (1_550_000, "1.55M", "1.55M"),
        (29_449_999.9, "29.449M", "29.45M"),
        (1_116_625.3, "1.116M", "1.117M"),
        (999_999.9, "999.999K", "1M"),
        (182.5, "182", "183"),
        (0, "0", "0"),
    ],
)
def test_floors_are_rounded_down_and_ceilings_up(value: float, floor: str, ceiling: str) -> None:
    assert (EN.floor(value), EN.ceiling(value)) == (floor, ceiling)


@pytest.mark.parametrize(
    ("low", "high", "text"), [(120_588.2, 126_470.6, "120K to 127K"), (0.4, 0.6, "0 to 1")]
)
def test_an_interval_is_rounded_outward(low: float, high: float, text: str) -> None:
    assert EN.interval(low, high, 3) == text


def test_possessives_follow_the_language() -> None:
    assert [EN.possessive("Appfigures"), EN.possessive("data.ai")] == ["Appfigures’", "data.ai’s"]
    assert [FR.possessive("Appfigures"), FR.possessive("Mistral AI")] == ["d’Appfigures", "de Mistral AI"]


def test_a_datetime_known_to_the_day_has_no_time() -> None:
    assert EN.utc_datetime(datetime(2026, 10, 10), "day") == "10 Oct 2026"
    assert EN.utc_datetime(datetime(2026, 10, 10), "second") == "10 Oct 2026, 00:00 UTC"


@pytest.mark.parametrize(
    ("elapsed", "text"),
    [
        (timedelta(hours=5), "5 hours ago"),
        (timedelta(days=1, hours=20), "1 day ago"),
        (timedelta(days=48), "48 days ago"),
        (timedelta(days=420), "420 days ago"),
    ],
)
def test_elapsed_time_is_counted_in_days_and_never_in_months(elapsed: timedelta, text: str) -> None:
    assert EN.ago(elapsed) == text
