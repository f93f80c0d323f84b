"""Competitors: what is read, what stands in the table and what is drawn are the same."""

from base64 import b64decode
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.running import figures, open_page, unfold, words

US = {
    "country": "us",
    "apps": "claude,chatgpt,gemini",
    "from": "2026-04-01",
    "to": "2026-08-31",
    "lang": "en",
}


def _figure(app: AppTest, key: str) -> dict[str, Any]:
    return figures(app)[key]


def _table(app: AppTest, *columns: str) -> list[tuple[Any, ...]]:
    """These columns of the first table that has them all."""
    table, *_ = [one.value for one in unfold(app).dataframe if set(columns) <= set(one.value.columns)]
    return [tuple(row) for row in table[list(columns)].itertuples(index=False)]


def _numbers(told: Any) -> list[float]:
    """The numbers of a trace, which Plotly may send as bytes."""
    if isinstance(told, dict):
        return [float(number) for number in np.frombuffer(b64decode(told["bdata"]), told["dtype"])]
    return list(told)


def _bars(figure: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Days of each kind, by rival."""
    rivals = [note["text"].partition("</b>")[0][3:] for note in figure["layout"]["annotations"]]
    return {bar["name"]: dict(zip(rivals, _numbers(bar["x"]), strict=True)) for bar in figure["data"]}


def _every_pair(app: AppTest) -> pd.DataFrame:
    return next(pd.DataFrame(table.value) for table in unfold(app).table)


def test_head_to_head_reads_the_same_in_the_title_the_table_and_the_figure() -> None:
    app = open_page("competitors", **US, rivals="chatgpt")
    assert "ChatGPT ranked above Claude on 120 of 120 comparable days" in words(app)
    figure = _figure(app, "head-to-head")
    assert (
        "Claude ahead on 0 and ChatGPT on 120 of 120 comparable days (153 chosen); median gap 3 ranks, ChatGPT"
        " higher; no lead change seen; 871 snapshots in common." in figure["alt"]
    )
    assert (_bars(figure)["days behind"]["ChatGPT"], _bars(figure)["days ahead"]["ChatGPT"]) == (120, 0)
    assert _every_pair(app).loc["ChatGPT", "Claude"] == "120/120"
    columns = ("Assistant", "Rival", "Days ahead", "Days behind", "Days comparable")
    assert ("Claude", "ChatGPT", 0, 120, 120) in _table(app, *columns)


def test_every_pair_is_said_both_ways_and_a_question_mark_stands_where_nothing_can_be_compared() -> None:
    pairs = _every_pair(open_page("competitors", lang="en"))
    assert (pairs.loc["Gemini", "ChatGPT"], pairs.loc["ChatGPT", "Gemini"]) == ("3/5", "2/5")
    assert (pairs.loc["Le Chat", "Copilot"], pairs.loc["Copilot", "Le Chat"]) == ("?", "?")


def test_days_on_which_both_are_outside_the_list_stand_in_the_middle() -> None:
    bars = _bars(_figure(open_page("competitors", lang="en"), "head-to-head"))
    assert {kind: days["Copilot"] for kind, days in bars.items()} == {
        "days behind": 0,
        "days inconclusive": 5,
        "days ahead": 0,
    }


def test_le_chat_stands_against_gemini_and_copilot_unless_the_link_says_otherwise() -> None:
    text = words(open_page("competitors", lang="en"))
    assert "Gemini ranked above Le Chat on 5 of 5 comparable days; Le Chat vs Copilot: inconclusive" in text
    chosen = words(open_page("competitors", lang="en", category="productivity", rivals="deepseek"))
    assert "DeepSeek ranked above Le Chat on" in chosen


def test_a_chart_without_a_reading_offers_those_that_have_one_and_a_press_goes_there() -> None:
    app = open_page("competitors", lang="en", country="ma")
    offered = [button for button in app.button if "day" in button.label]
    assert offered
    offered[0].click().run()
    assert app.query_params["country"] != "ma"
    assert "ranked above Le Chat on" in words(app)


@pytest.mark.parametrize(
    "sentence",
    [
        "- **Rank**, France, App Store, Top free, All categories: ChatGPT 4th, Gemini 7th, Copilot outside the top 25,"
        " DeepSeek outside the top 25, and Le Chat outside the top 25 (17 Aug 2026) · recorded by",
        "- **Monthly users**, France: Le Chat about 200K (Médiamétrie’s estimate, visitors, site and app, December"
        " 2024); ChatGPT about 18.4M (Médiamétrie’s estimate, visitors, site and app, May 2025); Gemini about 2.8M and"
        " Copilot about 1M (measurer not named, what is counted is not said, September 2025)",
        "- **Share**: Ifop, April 2025, of generative AI users in France: ChatGPT 72%, Gemini 20%,",
        "- **Downloads**, highest figure: Le Chat about 1.6M (AppBrain’s estimate, Android, 16 Apr 2026); Gemini at least"
        " 131.1M (Appfigures’ estimate, January to September 2025); Copilot about 79M (Sensor Tower’s estimate, July",
        "- **Consumer spending**: Gemini about 1.6M US dollars (iPhone and iPad, August 2025, Appfigures’ estimate); no"
        " figure for Le Chat and Copilot",
        "- **Paid plan**: Le Chat Pro\\: 14.99 EUR a month (Feb 2025, France) [01net](",
    ],
)
def test_each_measure_has_a_sentence_with_its_date_and_who_measured_it(sentence: str) -> None:
    assert sentence in words(open_page("competitors", lang="en"))


def test_ratings_have_a_sentence_where_they_were_collected() -> None:
    text = words(open_page("competitors", lang="en", country="no"))
    assert (
        "- **Ratings**, Norway: Gemini 12,162 ratings, average 4.62 (8 Aug 2026, olekenneth/appstore); no figure for Le"
        in text
    )


def test_a_measure_that_nobody_published_is_named_in_one_line() -> None:
    app = open_page("competitors", lang="en", metric="wau")
    assert "No published figure of these assistants: Weekly users, France." in words(app)
    assert "ChatGPT about 900M (The Information, December 2025)" in words(app)
    assert not app.info


def test_users_are_drawn_with_the_numbers_of_the_table() -> None:
    app = open_page("competitors", lang="en")
    lines = _figure(app, "mau-fr")["data"]
    drawn = {(trace["name"], value) for trace in lines for value in _numbers(trace["x"])}
    rounded = {("ChatGPT", 18_300_000)}  # a copy of the count that another page gives whole
    assert drawn == set(_table(app, "Assistant", "Value")) - rounded


@pytest.mark.parametrize(
    "days",
    [{}, {"from": "2026-10-01", "to": "2026-10-08"}],
    ids=["all days", "a week after the newest figure"],
)
def test_published_figures_are_the_newest_up_to_the_end_of_the_period(days: dict[str, str]) -> None:
    text = words(open_page("competitors", lang="en", **days))
    assert (
        "Le Chat about 200K (Médiamétrie’s estimate, visitors, site and app, December 2024); ChatGPT about 18.4M"
        " (Médiamétrie’s estimate, visitors, site and app, May 2025)." in text
    )
    assert "ChatGPT at least 1B (Sensor Tower’s estimate, app users, May 2026)." in text


def test_figures_of_after_the_period_are_left_out() -> None:
    text = words(open_page("competitors", lang="en", **{"from": "2024-12-01", "to": "2025-01-31"}))
    assert "ChatGPT about 10.9M" in text
    assert "18.4M" not in text


def test_a_share_names_its_publisher_its_period_and_its_population() -> None:
    app = open_page("competitors", lang="en")
    alt = _figure(app, "shares")["alt"]
    assert (
        "Le Chat 1.2 to 2.1% Médiamétrie, December 2024 all assistants’ 12.2M (visitors, site and app)" in alt
    )
    assert "Le Chat 6% Ifop, April 2025 generative AI users in France" in alt
    assert "Ifop, April 2025, of generative AI users in France" in words(app)


def test_shares_that_nobody_measured_are_named_in_one_line() -> None:
    text = words(open_page("competitors", lang="en", country="us"))
    assert "No published figure of these assistants: Share of users, United States." in text


@pytest.mark.parametrize("align", ["launch", "calendar"])
def test_milestones_stand_with_their_bounds_however_they_are_aligned(align: str) -> None:
    app = open_page("competitors", lang="en", align=align, tab="downloads")
    figure = _figure(app, "milestones")
    assert "Le Chat: 1M by day 14 (Mistral AI)" in figure["alt"]
    assert "100M day 18 to 575 (Appfigures)" in figure["alt"]
    assert "100M downloads: ChatGPT by day 575 and Gemini by day 585, if Appfigures’ estimates hold" in words(
        app
    )
    names = [trace["name"] for trace in figure["data"]]
    assert list(dict.fromkeys(names)) == ["Le Chat", "ChatGPT", "Gemini", "Copilot", "DeepSeek"]


def test_consumer_spending_stands_with_its_bound_its_period_and_who_measured_it() -> None:
    app = open_page("competitors", lang="en", tab="downloads")
    text = words(app)
    assert "Consumer spending: ChatGPT at least 3B US dollars (18 May 2023 to December 2025" in text
    (table,) = [pd.DataFrame(one.value) for one in app.table]
    assert list(table.loc["Gemini"]) == [
        "≈\u00a01.6M US dollars",
        "August 2025",
        "iPhone and iPad",
        "Appfigures",
        "[ASOWorld](https://marketingtrending.asoworld.com/en/discover/gemini-app-tops-charts-with-nano-banana-ai-image-tool)",
    ]


def test_spending_that_was_estimated_later_is_left_out() -> None:
    app = open_page("competitors", lang="en", tab="downloads", **{"to": "2023-06-30"})
    (table,) = [pd.DataFrame(one.value) for one in app.table]
    assert list(table["Amount"]) == ["≈\u00a0558K US dollars, net of fees"]


@pytest.mark.parametrize(
    ("key", "tab", "found"),
    [
        ("milestones", "downloads", "100M downloads: ChatGPT by day 575"),
        ("features", "features", "Le Chat paid plan"),
    ],
)
def test_an_assistant_of_which_nothing_is_known_leads_to_those_that_are(
    key: str, tab: str, found: str
) -> None:
    app = open_page("competitors", lang="en", apps="kimi", tab=tab)
    assert found not in words(app)
    app.button(key=f"nearest-{key}").click().run()
    assert app.query_params["apps"] == "le-chat,chatgpt,gemini,copilot,claude,deepseek"
    assert found in words(app)


def test_a_tab_of_another_page_means_the_first_one() -> None:
    app = open_page("competitors", lang="en", tab="movers")
    assert app.button_group(key="filter-tab").value == "audience"
    assert set(figures(app)) == {"head-to-head", "mau-fr", "mau-world", "shares"}
