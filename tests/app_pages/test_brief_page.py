"""The fact sheet, ratings and features: cells hold what the questions answer, and say what is unknown."""

from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import questions
from tests.app_pages.running import figures, open_page, unfold, words
from tests.helpers.datasets import DATA, open_warehouse

PRODUCTIVITY: dict[str, str] = {"lang": "en", "category": "productivity"}


def _cells(**query: str) -> pd.DataFrame:
    (table,) = open_page("brief", **query).table
    return pd.DataFrame(table.value)


def test_the_page_compares_the_first_assistant_with_its_rivals_and_no_other() -> None:
    assert list(_cells(**PRODUCTIVITY).columns) == ["Le Chat", "Gemini", "Copilot"]
    assert list(_cells(**PRODUCTIVITY, rivals="claude,deepseek,grok").columns) == [
        "Le Chat",
        "Claude",
        "DeepSeek",
        "Grok",
    ]


def test_each_cell_of_places_holds_what_the_questions_answer() -> None:
    house, chart = open_warehouse(DATA), {"country": "fr", "store": "app_store", "chart": "top-free"}
    days: dict[str, Any] = {
        "since": pd.Timestamp("2026-09-15").date(),
        "until": pd.Timestamp("2026-10-08").date(),
    }
    asked: dict[str, Any] = {**chart, "category": "productivity", "apps": ["le-chat", "gemini"], **days}
    gemini = questions.rank_summary(house, **asked).set_index("app").loc["gemini"]
    cells = _cells(**PRODUCTIVITY, **{"from": "2026-09-15", "to": "2026-10-08"})["Gemini"]
    said = " ".join(cells)
    chosen, unread = gemini["days_chosen"], gemini["days_chosen"] - gemini["days_observed"]
    top_10 = f"top 10 on **{gemini['days_top_10']}** of {chosen:,} days, {unread:,} without snapshots"
    assert top_10 in said
    assert "**2nd**, 8\u00a0Oct\u00a02026" in said


def test_a_number_says_how_sure_it_is_its_date_its_kind_and_its_source() -> None:
    said = " ".join(_cells(lang="en")["Le Chat"])
    assert "**by day 14**, Mistral AI, reported [" in said
    assert "**≈\u00a0200K**, visitors, site and app, December 2024, Médiamétrie, estimated [" in said
    assert (
        "**≈\u00a01.5M**, weaker evidence, what is counted is not said, Mistral AI and Le Chat together,"
        " September 2025, measurer not named, reported [" in said
    )


def test_what_nobody_observed_or_claimed_is_said_in_words() -> None:
    said = " ".join(_cells(lang="en", rivals="kimi")["Kimi"])
    assert "no data" in said
    assert not _cells(lang="en", rivals="kimi").isin(["", "0", None]).any().any()


def test_contradicting_prices_stand_side_by_side_with_their_flag() -> None:
    said = " ".join(_cells(lang="en")["Copilot"])
    assert said.count("⚑") == 2


def test_every_number_of_a_source_leads_to_one_of_the_numbered_sources() -> None:
    app = open_page("brief", lang="fr")
    text = words(app)
    assert "Le Chat\u202f: la fiche, 17 août 2026" in text
    assert "Mistral AI" in text
    assert "\\[1\\]" in text


def test_ratings_that_were_not_read_here_are_offered_where_they_were() -> None:
    app = open_page("competitors", lang="en", tab="ratings")
    assert "Not collected yet for these assistants in France: ratings, store listings" in words(app)
    (button,) = [button for button in app.button if button.label.startswith("Norway, ")]
    button.click().run()
    assert app.query_params["country"] == "no"
    assert "ChatGPT 115,214 ratings (2,318 new in 6.9 days)" in words(app)


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ("count", "Gemini 12,162 ratings (255 new in 6.9 days)"),
        ("average", "ChatGPT 4.76 stars of 5"),
        ("weekly", "ChatGPT 2,318 new in 6.9 days"),
    ],
)
def test_the_measure_of_ratings_that_is_chosen_is_told_and_drawn(rating: str, said: str) -> None:
    app = open_page("competitors", lang="en", country="no", rating=rating, tab="ratings")
    assert said in words(app)
    assert figures(app)["ratings"]["data"]


def test_features_stand_side_by_side_with_dates_and_a_dash_where_nothing_was_found() -> None:
    app = open_page("competitors", lang="en", tab="features")
    (table,) = app.table
    shown = pd.DataFrame(table.value)
    assert list(shown.columns) == ["Le Chat", "ChatGPT", "Gemini", "Copilot", "DeepSeek"]
    assert "–" in set(shown["DeepSeek"])
    assert any("Feb 2025" in cell for cell in shown["Le Chat"])
    assert "Copilot Pro" in words(app)


def test_features_reported_of_one_assistant_only_are_folded() -> None:
    app = open_page("competitors", lang="en", tab="features")
    (first,) = (pd.DataFrame(table.value) for table in app.table)
    assert ((first != "–").sum(axis="columns") > 1).all()
    _, folded = (pd.DataFrame(table.value) for table in unfold(app).table[-2:])
    assert "Name" in folded.index
    assert ((folded != "–").sum(axis="columns") == 1).all()


def test_a_country_stands_only_at_what_is_said_of_it_alone() -> None:
    (table,) = open_page("competitors", lang="en", tab="features").table
    cells = " ".join(pd.DataFrame(table.value).astype(str).to_numpy().ravel())
    assert "France" in cells
    assert "World" not in cells


def test_a_rank_says_how_it_changed_since_the_snapshot_before() -> None:
    ranks = _cells(**PRODUCTIVITY, **{"from": "2026-09-15", "to": "2026-10-08"}).iloc[3]
    assert ranks["Le Chat"] == "**28th**, 8\u00a0Oct\u00a02026  \n▲\u00a035 since 6\u00a0Oct"
    assert ranks["Gemini"].endswith("unchanged since 6\u00a0Oct")


def test_a_rank_says_how_it_changed_over_30_days_where_that_day_has_a_snapshot() -> None:
    american = {
        "lang": "en",
        "country": "us",
        "apps": "claude,chatgpt",
        "rivals": "chatgpt",
        "to": "2026-07-31",
    }
    assert "over 30 days" in _cells(**american).iloc[3]["Claude"]


def test_the_title_says_the_day_of_the_newest_snapshot() -> None:
    assert "Le Chat: fact sheet, 8 Oct 2026" in words(open_page("brief", **PRODUCTIVITY))
