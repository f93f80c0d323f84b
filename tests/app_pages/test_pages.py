"""Each page says the frozen figures, in both languages."""

import re

import pytest

from dashboard.warehouse import questions
from tests.app_pages.running import PAGES, figures, open_page, words

NNBSP = "\u202f"
NBSP = "\u00a0"
CLAIMS = 418


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_both_languages(page: str, lang: str) -> None:
    app = open_page(page, lang=lang)
    assert not app.exception
    assert not app.error
    assert app.title[0].value


def test_the_overview_shows_the_four_figures_with_their_qualifiers() -> None:
    app = open_page("overview", lang="en")
    shown = [(metric.label, metric.value) for metric in app.metric]
    assert shown == [
        ("Le Chat", f"≥{NBSP}1M"),
        ("ChatGPT", f"≈{NBSP}500K"),
        ("ChatGPT", f"≥{NBSP}350M"),
        ("DeepSeek", f"≥{NBSP}1M"),
    ]


def test_the_wrong_date_of_the_half_million_is_flagged() -> None:
    text = words(open_page("overview", lang="en"))
    assert "November 2023" in text
    assert "18 May 2023" in text


def test_french_numbers_are_written_the_french_way() -> None:
    text = words(open_page("overview", lang="fr"))
    assert f"au moins 1{NNBSP}000{NNBSP}000 téléchargements" in text


def test_the_launch_page_says_that_the_million_is_a_bound() -> None:
    text = words(open_page("launch", lang="en"))
    assert "Le Chat by day 14" in text
    assert "DeepSeek by day 17, if Appfigures’ estimates hold" in text


def test_the_rank_page_says_the_newest_reading() -> None:
    text = words(open_page("rank", lang="en", category="productivity", apps="le-chat,claude"))
    assert "8 Oct 2026: Claude 1st and Le Chat 28th" in text
    assert "23 snapshots on 19 of 1,294 days" in text


def test_the_line_under_the_rank_history_counts_readings_and_reports() -> None:
    text = words(open_page("rank", lang="en"))
    assert "12 snapshots on 5 of 1,294 days · 1,289 days without a snapshot · top 25 to 50 read" in text
    assert "6 reported ranks, read in 12 publications" in text


def test_below_the_cut_off_is_said_with_its_depth() -> None:
    query = {"lang": "en", "from": "2025-10-01", "to": "2025-10-01"}
    text = words(open_page("rank", **query))
    assert "1 Oct 2025: Gemini 1st and ChatGPT 2nd; Copilot, DeepSeek, and Le Chat outside the top 50" in text


def test_days_that_nobody_read_explain_themselves_and_name_what_was_read() -> None:
    query = {"lang": "en", "from": "2025-11-01", "to": "2025-11-30"}
    app = open_page("rank", **query)
    text = words(app)
    assert "No snapshot and no reported rank of this chart in this period." in text
    assert app.button(key="nearest-history-0").label.startswith("France, App Store")


def test_sources_lists_every_claim_and_source() -> None:
    text = words(open_page("sources", lang="en", tab="claims"))
    assert "418 sourced claims" in text
    assert "187 sources" in text


def test_a_search_leaves_the_claims_that_have_the_words() -> None:
    app = open_page("sources", lang="fr", tab="claims")
    assert len(app.dataframe[0].value) == CLAIMS
    app.text_input(key="search-claims").set_value("mediametrie").run()
    rows = [" ".join(map(str, row)) for row in app.dataframe[0].value.to_numpy()]
    assert 0 < len(rows) < CLAIMS
    assert all("Médiamétrie" in row for row in rows)


def test_sources_has_the_sql_of_every_question() -> None:
    app = open_page("sources", lang="en", tab="sql")
    assert len([one for one in app.expander if one.label.endswith(".")]) == len(questions.ALL_QUERIES)


def test_an_archive_without_new_snapshots_is_said_to_have_ended() -> None:
    text = words(open_page("sources", lang="en", tab="freshness"))
    assert "**lyubimovats/app-tracker**, ended 22 Aug 2026" in text
    assert "should update" not in text


def test_a_tab_of_another_page_opens_the_first_one() -> None:
    app = open_page("sources", lang="en", tab="movers")
    assert "Four kinds of evidence, never mixed." in words(app)


def test_every_figure_has_a_text_alternative() -> None:
    app = open_page("rank", lang="en", category="productivity")
    alts = [figure["alt"] for figure in figures(app).values()]
    assert "Le Chat: best 28th (8 Oct 2026)" in alts[0]
    assert all(re.search(r"(Le Chat|ChatGPT|readings).*\d", alt) for alt in alts)


@pytest.mark.parametrize("page", ["overview", "launch", "rank", "competitors", "brief"])
def test_a_new_name_is_said_below_the_title_from_its_day_on(page: str) -> None:
    note = "Le Chat has been called Vibe since 28 May 2026."
    assert note in words(open_page(page, lang="en"))
    assert note not in words(open_page(page, lang="en", to="2026-05-27"))
