"""Competitors: readers of articles and pages in the store, once a run of the collector has brought them."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.running import copy_of_data, figures, open_page, words
from tests.helpers.datasets import CHATGPT, GEMINI, LE_CHAT, listing, page_views, store_rows, unlisted

AT = "2026-10-05T06:00:00"
TAB = {"tab": "ratings"}
WEEKS = TAB | {"from": "2025-02-01", "to": "2025-12-31", "apps": "le-chat,chatgpt,kimi"}
NNBSP = "\u202f"


@pytest.fixture
def collected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The frozen data and synthetic readings of three weeks of February 2025 and of one day of stores."""
    folder = copy_of_data(tmp_path)
    store_rows(
        folder,
        page_views("2025-02-03", [100] * 7 + [10] * 7 + [1] * 3, article="Mistral AI"),
        page_views("2025-02-03", [1000] * 7 + [None] + [1000] * 6, "chatgpt", article="ChatGPT"),
        page_views("2025-02-03", [7] * 7, project="en.wikipedia", article="Mistral AI"),
        listing(AT, LE_CHAT, app_name="Vibe (ex-*Le Chat*)", rating_average=4.71, rating_count=12345),
        listing(AT, GEMINI, price=4.99, languages="DE,EN,FR,IT", released_at="2025-03-01T08:00:00"),
        unlisted(AT, CHATGPT),
        now=datetime(2030, 1, 1),  # after all that is frozen
    )
    monkeypatch.setenv("PALMARES_DATA", str(folder))
    return folder


def figure(app: AppTest) -> dict[str, Any]:
    return figures(app)["interest"]


def store(app: AppTest) -> dict[str, dict[str, str]]:
    """The table of pages in the store: fact by assistant."""
    (table,) = [one.value for one in app.table if one.value.index.name in ("In the store", "Dans le magasin")]
    return {str(name): dict(facts) for name, facts in table.to_dict().items()}


def test_interest_says_the_newest_whole_week_of_each_and_when_the_first_was_read_most(
    collected: Path,
) -> None:
    text = words(open_page("competitors", lang="en", **WEEKS)).replace("\u00a0", " ")
    assert (
        "Views in Wikipedia in French, 10 Feb 2025 to 16 Feb 2025: ChatGPT 7,000 (3 Feb 2025 to 9 Feb 2025); Le Chat 70"
        in text
    )
    assert "Le Chat at its most: 700 views (3 Feb 2025 to 9 Feb 2025)." in text


def test_interest_says_that_views_are_no_users_and_whose_article_is_the_companys(collected: Path) -> None:
    text = words(open_page("competitors", lang="en", **WEEKS))
    assert "Views are not users." in text
    assert "An article may be about the company: here that of Le Chat (“Mistral AI”)." in text


def test_interest_says_who_counted_what_is_missing_and_of_whom_nothing_is_held(collected: Path) -> None:
    text = words(open_page("competitors", lang="en", **WEEKS))
    assert (
        "Observed · counted by wikimedia: people, on all devices, no robots · last read 1 Jan 2030, 00:00 UTC"
        " · 3 Feb 2025 to 19 Feb 2025 · 30 days of an article · 4 days missing"
        " · each mark is a week, Monday to Sunday, on its Monday"
        " · 2 weeks of an article cut short or not held whole, not summed · logarithmic axis"
        " · no data on Kimi"
    ) in text


def test_the_text_alternative_tells_each_line(collected: Path) -> None:
    alt = figure(open_page("competitors", lang="en", **WEEKS))["alt"]
    assert (
        "Le Chat: 700 views (3 Feb 2025 to 9 Feb 2025) and 70 views (10 Feb 2025 to 16 Feb 2025), 70 to 700"
        in alt
    )
    assert "ChatGPT: 7,000 views (3 Feb 2025 to 9 Feb 2025), 7,000 to 7,000" in alt


def test_few_days_are_shown_day_by_day(collected: Path) -> None:
    app = open_page("competitors", lang="en", **WEEKS | {"to": "2025-02-19"})
    text = words(app).replace("\u00a0", " ")
    assert "Views in Wikipedia in French, 19 Feb 2025: ChatGPT 1,000 (16 Feb 2025); Le Chat 1" in text
    assert "each mark is a day" in text
    lines = [trace for trace in figure(app)["data"] if trace["mode"] == "lines+markers"]
    assert [trace["name"] for trace in lines] == ["ChatGPT", "ChatGPT", "Le Chat"]


def test_each_languages_wikipedia_stands_apart_and_the_choice_is_in_the_link(collected: Path) -> None:
    app = open_page("competitors", lang="fr", **WEEKS)
    assert app.query_params["wiki"] in ("fr", ["fr"])
    app.button_group(key="filter-wiki").set_value("en").run()
    assert app.query_params["wiki"] in ("en", ["en"])
    text = words(app).replace("\u00a0", " ")
    assert "Consultations sur Wikipédia en anglais, du 3 févr. 2025 au 9 févr. 2025 : Le Chat 49" in text


def test_days_without_a_whole_week_say_so_and_keep_the_rows(collected: Path) -> None:
    app = open_page("competitors", lang="en", **WEEKS | {"from": "2025-02-17"})
    assert "No whole week in this period." in words(app)
    assert not app.exception


def test_articles_without_a_day_in_the_period_say_so_and_the_language_can_be_changed(collected: Path) -> None:
    app = open_page("competitors", lang="en", **WEEKS | {"apps": "chatgpt", "wiki": "en"})
    assert "No page views stored for these articles in this period." in words(app)
    assert app.button_group(key="filter-wiki")


def test_assistants_without_any_page_view_are_among_what_is_not_collected(collected: Path) -> None:
    app = open_page("competitors", lang="en", **WEEKS | {"apps": "kimi"})
    assert (
        "Not collected yet for these assistants in France: ratings, store listings, and Wikipedia views."
        in words(app)
    )


def test_the_store_says_who_is_there_who_is_not_and_whose_version_is_the_newest(collected: Path) -> None:
    app = open_page("competitors", lang="en", apps="le-chat,gemini,chatgpt,kimi", **TAB)
    text = words(app)
    assert (
        "App Store, France: Le Chat and Gemini in the store; ChatGPT not in it; newest version: Gemini, 1 Mar"
        in text
    )
    assert "the newest reading of each: 5 Oct 2026, 06:00 UTC" in text
    assert "never read in this period: Kimi" in text


def test_versions_of_one_day_are_the_newest_together(collected: Path) -> None:
    store_rows(
        collected,
        listing("2026-10-06T06:00:00", LE_CHAT, released_at="2025-03-01T23:00:00"),
        now=datetime(2030, 1, 2),
    )
    text = words(open_page("competitors", lang="en", apps="le-chat,gemini,chatgpt", **TAB))
    assert "newest version: Le Chat and Gemini, 1 Mar 2025" in text
    assert "the newest reading of each: 5 Oct 2026 to 6 Oct 2026" in text


def test_the_pages_in_the_store_stand_side_by_side(collected: Path) -> None:
    told = store(open_page("competitors", lang="en", apps="le-chat,gemini,chatgpt", **TAB))
    assert list(told) == ["Le Chat", "Gemini", "ChatGPT"]
    assert told["Le Chat"] == {
        "State": "in the store",
        "Name there": "Vibe (ex-\\*Le Chat\\*)",
        "Ratings": "12,345",
        "Average": "4.71 stars of 5",
        "Version": "1.0",
        "Version released": "20 Feb 2025",
        "Price": "free",
        "Languages": "English and French",
        "Size": "50 MB",
    }
    assert (told["Gemini"]["Price"], told["Gemini"]["Languages"]) == ("€4.99", "4")
    assert told["ChatGPT"]["State"].replace("  \n", " ") == "not in this storefront’s store"
    assert set(list(told["ChatGPT"].values())[1:]) == {"–"}


def test_prices_and_sizes_are_written_the_french_way(collected: Path) -> None:
    told = store(open_page("competitors", lang="fr", apps="le-chat,gemini", **TAB))
    assert (told["Gemini"]["Prix"], told["Gemini"]["Taille"]) == ("4,99\u00a0€", f"50{NNBSP}Mo")


def test_without_a_run_of_the_collector_one_line_names_what_is_missing() -> None:
    app = open_page("competitors", lang="fr", **TAB)
    assert (
        "Pas encore collecté pour ces assistants (France) : notes, fiches dans la boutique et consultations Wikipédia."
        in words(app).replace(NNBSP, " ")
    )
    assert not app.info


def test_a_short_period_after_the_store_was_read_keeps_its_newest_snapshot(collected: Path) -> None:
    app = open_page("competitors", lang="en", **TAB | {"from": "2026-10-09", "to": "2026-10-10"})
    assert "the newest reading of each: 5 Oct 2026, 06:00 UTC" in words(app)
