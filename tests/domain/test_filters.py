"""The link: what is written, what is read, what is refused."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import filters
from dashboard.domain.catalog import load_catalog
from dashboard.domain.filters import Filters, from_query, to_query
from dashboard.domain.options import CHOICES, FIRST, LAST, NUMBERS
from tests.helpers.datasets import DATA

CATALOG = load_catalog(DATA / "catalog.toml")
BARE = filters.default_filters(CATALOG, "en", date(2025, 2, 1), date(2026, 10, 10))
NAMES = (
    "v",
    "lang",
    "country",
    "store",
    "chart",
    "category",
    "from",
    "to",
    "apps",
    "as_of",
    *CHOICES,
    *NUMBERS,
    "benchmarks",
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2026, 11, 1)).map(lambda m: m.replace(microsecond=0))


@st.composite
def some_filters(draw: st.DrawFn) -> Filters:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    apps = draw(
        st.lists(st.sampled_from([app.id for app in CATALOG.selectable_apps()]), min_size=1, unique=True)
    )
    choices: dict[str, Any] = {
        name: draw(st.sampled_from(known)) for name, known in (CHOICES | NUMBERS).items()
    }
    return Filters(
        lang=draw(st.sampled_from(("fr", "en"))),
        country=draw(st.sampled_from(CATALOG.storefronts)),
        store=draw(st.sampled_from([store.id for store in CATALOG.stores])),
        chart=draw(st.sampled_from(["top-free", "top-paid"])),
        category=draw(st.sampled_from([category.id for category in CATALOG.categories])),
        since=first,
        until=last,
        apps=tuple(apps),
        rivals=tuple(draw(st.lists(st.sampled_from(["gemini", "kimi", "claude"]), min_size=1, unique=True))),
        **choices,
        focus=draw(st.sampled_from([FIRST, "le-chat", "sora"])),
        before=draw(st.just(FIRST) | MOMENTS),
        after=draw(st.just(LAST) | MOMENTS),
        benchmarks=tuple(draw(st.lists(st.sampled_from(["threads", "sora"]), unique=True))),
        as_of=draw(st.none() | MOMENTS),
    )


def _lists(query: dict[str, str]) -> dict[str, list[str]]:
    return {name: [value] for name, value in query.items()}


@given(
    some_filters(),
    st.dictionaries(
        st.sampled_from(
            ["utm_source", "utm_medium", "UTM_Id", "fbclid", "gclid", "msclkid", "mc_eid", "_ga", "igsh"]
        ),
        st.lists(st.text(), min_size=1),
    ),
)
def test_what_others_append_to_a_link_changes_nothing_and_is_not_remarked_on(
    chosen: Filters, appended: dict[str, list[str]]
) -> None:
    assert from_query(_lists(to_query(chosen, CATALOG)) | appended, CATALOG, BARE) == (chosen, [])


@given(some_filters())
def test_a_link_gives_back_the_filters_it_was_made_from(chosen: Filters) -> None:
    assert from_query(_lists(to_query(chosen, CATALOG)), CATALOG, BARE) == (chosen, [])


def test_a_link_says_every_value_in_codes() -> None:
    assert to_query(BARE, CATALOG) == {
        "v": "1",
        "lang": "en",
        "country": "fr",
        "store": "app_store",
        "chart": "top-free",
        "category": "productivity",
        "from": "2025-02-01",
        "to": "2026-10-10",
        "apps": "le-chat,chatgpt,gemini,copilot,claude,deepseek",
        "rivals": "gemini,copilot",
        "goal": "1000000",
        "day": "14",
        "benchmarks": "none",
        "day0": "press",
        "platform": "all",
        "area": "world",
        "races": "equal",
        "scale": "log",
        "metric": "mau",
        "sort": "best",
        "tab": "countries",
        "align": "launch",
        "rating": "count",
        "wiki": "fr",
        "each": "readings",
        "world": "table",
        "focus": "first",
        "event": "none",
        "before": "previous",
        "after": "last",
    }


@given(st.sampled_from(NAMES), st.lists(st.text(max_size=40), max_size=3))
def test_any_text_is_followed_or_named_and_never_changes_another_parameter(
    name: str, values: list[str]
) -> None:
    parsed, notices = from_query({"category": ["productivity"]} | {name: values}, CATALOG, BARE)
    changed = [
        key
        for key in to_query(BARE, CATALOG)
        if to_query(parsed, CATALOG)[key] != to_query(BARE, CATALOG)[key]
    ]
    assert set(changed) - {"category"} <= {name}
    assert {notice.name for notice in notices} <= {name}


@pytest.mark.parametrize(
    "value", ["2025-13-45", "2025-02", "20250206", "", "0", "tomorrow", "2025-02-06T00:00"]
)
def test_a_day_that_is_none_is_named_with_what_is_shown_instead(value: str) -> None:
    parsed, (notice,) = from_query({"from": [value]}, CATALOG, BARE)
    assert parsed == BARE
    assert (notice.name, notice.shown) == ("from", "2025-02-01")


def test_reversed_days_are_both_named() -> None:
    parsed, notices = from_query({"from": ["2026-01-02"], "to": ["2026-01-01"]}, CATALOG, BARE)
    assert parsed == BARE
    assert [notice.name for notice in notices] == ["from", "to"]


def test_a_repeated_parameter_is_named_and_not_guessed() -> None:
    parsed, (notice,) = from_query({"country": ["fr", "de"]}, CATALOG, BARE)
    assert parsed.country == "fr"
    assert notice.value == "fr, de"


def test_an_overlong_value_is_named_in_few_signs() -> None:
    _, (notice,) = from_query({"apps": ["x" * 10_000]}, CATALOG, BARE)
    assert len(notice.value) == 60


def test_an_unknown_parameter_is_named() -> None:
    _, (notice,) = from_query({"surprise": ["1"]}, CATALOG, BARE)
    assert (notice.name, notice.shown) == ("surprise", "")


def test_the_market_is_no_competitor_to_choose() -> None:
    _, notices = from_query({"apps": ["all-assistants"]}, CATALOG, BARE)
    assert [notice.name for notice in notices] == ["apps"]


@pytest.mark.parametrize(
    ("name", "values", "reason"),
    [
        ("country", ["atlantis"], "unknown"),
        ("surprise", ["1"], "unknown_name"),
        ("from", ["soon"], "malformed"),
        ("from", ["1999-12-31"], "out_of_range"),
        ("as_of", ["2999-01-01T00:00Z"], "out_of_range"),
        ("as_of", ["2026-01-01"], "malformed"),
        ("country", ["fr"] * 1000, "repeated"),
        ("apps", ["a" * 401], "too_long"),
        ("v", ["2"], "unknown"),
        ("goal", ["1e6"], "unknown"),
    ],
)
def test_a_notice_says_why(name: str, values: list[str], reason: str) -> None:
    _, (notice,) = from_query({name: values}, CATALOG, BARE)
    assert notice.reason == reason


def test_a_moment_may_be_given_to_the_second_and_is_written_as_short_as_it_can() -> None:
    whole, _ = from_query({"as_of": ["2026-01-01T06:00Z"]}, CATALOG, BARE)
    exact, _ = from_query({"as_of": ["2026-01-01T06:00:07Z"]}, CATALOG, BARE)
    assert to_query(whole, CATALOG)["as_of"] == "2026-01-01T06:00Z"
    assert to_query(exact, CATALOG)["as_of"] == "2026-01-01T06:00:07Z"
    spelled, notices = from_query({"as_of": ["2026-01-01T06:00:00Z"]}, CATALOG, BARE)
    assert (spelled.as_of, notices) == (whole.as_of, [])


def test_more_rivals_than_there_is_room_for_are_named_and_the_usual_ones_shown() -> None:
    found, (notice,) = from_query({"rivals": ["gemini,copilot,claude,grok"]}, CATALOG, BARE)
    assert found == BARE
    assert (notice.name, notice.reason, notice.shown) == ("rivals", "too_many", "gemini,copilot")


@pytest.mark.parametrize(("name", "word"), [("before", "previous"), ("after", "last")])
def test_a_reading_is_named_by_its_moment_or_by_its_place_in_the_days(name: str, word: str) -> None:
    found, notices = from_query({name: ["2026-03-01T03:17:09Z"]}, CATALOG, BARE)
    assert notices == []
    assert to_query(found, CATALOG)[name] == "2026-03-01T03:17:09Z"
    assert to_query(BARE, CATALOG)[name] == word
