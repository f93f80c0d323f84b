"""Competitors: what is read, what stands in the table and what is drawn are the same."""

from base64 import b64decode
from typing import Any

import numpy as np
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


def _cells(figure: dict[str, Any]) -> dict[tuple[str, str], str]:
    (matrix,) = figure["data"]
    return {
        (row, column): cell
        for row, cells in zip(matrix["y"], matrix["text"], strict=True)
        for column, cell in zip(matrix["x"], cells, strict=True)
        if cell
    }


def test_head_to_head_reads_the_same_in_the_title_the_sentence_the_table_and_the_figure() -> None:
    app = open_page("competitors", **US, rivals="chatgpt")
    text = words(app)
    assert "Claude ahead: of ChatGPT on 0 of 120 comparable days" in text
    assert (
        "Claude ahead on 0 and ChatGPT on 120 of 120 comparable days (153 chosen); median gap 3 places, ChatGPT"
        " higher; no lead change seen; 871 snapshots in common." in text
    )
    figure = _figure(app, "head-to-head")
    assert _cells(figure)["Claude", "ChatGPT"] == "0/120"
    assert _cells(figure)["ChatGPT", "Claude"] == "120/120"
    columns = ("Assistant", "Rival", "Days ahead", "Days behind", "Days comparable")
    assert ("Claude", "ChatGPT", 0, 120, 120) in _table(app, *columns)
    assert "ChatGPT ahead on 120 and Claude on 0 of 120 comparable days" in figure["alt"]


def test_the_matrix_says_each_pair_both_ways_and_a_question_mark_where_nothing_can_be_told() -> None:
    cells = _cells(_figure(open_page("competitors", lang="en"), "head-to-head"))
    assert (cells["Gemini", "ChatGPT"], cells["ChatGPT", "Gemini"]) == ("3/5", "2/5")
    assert (cells["Le Chat", "Copilot"], cells["Copilot", "Le Chat"]) == ("?", "?")


def test_le_chat_stands_against_gemini_and_copilot_unless_the_reader_says_otherwise() -> None:
    app = open_page("competitors", lang="en")
    assert app.multiselect(key="filter-rivals").value == ["gemini", "copilot"]
    text = words(app)
    assert "Le Chat ahead: of Gemini on 0 of 5 comparable days; cannot be told of Copilot" in text
    assert "Le Chat and Copilot: cannot be told, both below the cut-off in 12 snapshots in common." in text


def test_a_rival_chosen_by_hand_is_written_in_the_link() -> None:
    app = open_page("competitors", lang="en", category="productivity")
    app.multiselect(key="filter-rivals").set_value(["deepseek"]).run()
    assert app.query_params["rivals"] == "deepseek"
    assert "of DeepSeek on" in words(app)


def test_a_chart_without_a_reading_offers_those_that_have_one_and_a_press_goes_there() -> None:
    app = open_page("competitors", lang="en", country="ma")
    offered = [button for button in app.button if "day" in button.label]
    assert offered
    offered[0].click().run()
    assert app.query_params["country"] != "ma"
    assert "of Gemini on" in words(app)


def test_a_measure_that_nobody_published_offers_those_that_somebody_did() -> None:
    app = open_page("competitors", lang="en", metric="wau")
    assert "Nobody is known to have published it in these days." in words(app)
    (button,) = [button for button in app.button if button.label == "Monthly users, France"]
    button.click().run()
    assert app.query_params["metric"] == "mau"
    assert (
        "Monthly users, France: Le Chat about 200K (Médiamétrie’s estimate, visitors, site and app, December 2024); ChatGPT about 18.4M"
        in words(app)
    )


def test_users_of_one_publisher_are_drawn_with_the_numbers_of_the_table() -> None:
    app = open_page("competitors", lang="en")
    lines = [trace for trace in _figure(app, "mau-fr")["data"] if trace["mode"] == "lines+markers"]
    drawn = {(trace["name"], value) for trace in lines for value in _numbers(trace["y"])}
    rounded = {("ChatGPT", 18_300_000)}  # a copy of the count that another page gives whole
    assert drawn == set(_table(app, "Assistant", "Value")) - rounded


def test_a_share_names_its_publisher_its_period_and_its_population() -> None:
    app = open_page("competitors", lang="en")
    alt = _figure(app, "shares")["alt"]
    assert (
        "Le Chat 1.2 to 2.1% · Médiamétrie, December 2024 all assistants’ 12.2M (visitors, site and app)"
        in alt
    )
    assert "Le Chat 6% · Ifop, April 2025 generative AI users in France" in alt


@pytest.mark.parametrize("align", ["launch", "calendar"])
def test_milestones_stand_with_their_bounds_however_they_are_aligned(align: str) -> None:
    app = open_page("competitors", lang="en", align=align)
    figure = _figure(app, "milestones")
    assert "Le Chat 1M ≤\u00a014" in figure["alt"]
    assert "100M downloads: ChatGPT by day 575 and Gemini by day 585, if Appfigures’ estimates hold" in words(
        app
    )
    assert [trace["name"] for trace in figure["data"]] == [
        "Le Chat",
        "ChatGPT",
        "Gemini",
        "Copilot",
        "DeepSeek",
    ]


def test_shares_that_nobody_measured_offer_where_somebody_did() -> None:
    app = open_page("competitors", lang="en", country="us", **{"from": "2026-04-01", "to": "2026-08-31"})
    (button,) = [one for one in app.button if one.label.startswith("Share of one population, France: ")]
    button.click().run()
    assert app.query_params["country"] == "fr"
    assert "Ifop, April 2025, of generative AI users in France" in words(app)


def test_a_measure_of_no_day_chosen_offers_days_that_have_it() -> None:
    app = open_page("competitors", lang="en", **{"from": "2024-03-10", "to": "2024-03-12"})
    (button,) = [one for one in app.button if one.label.startswith("Monthly users, France: ")]
    button.click().run()
    assert (
        "Monthly users, France: Le Chat about 200K (Médiamétrie’s estimate, visitors, site and app, December 2024); ChatGPT about 18.4M"
        in words(app)
    )


def test_a_finding_on_users_names_who_stated_each_number_and_for_when() -> None:
    text = words(open_page("competitors", lang="en"))
    assert (
        "Monthly users, World: ChatGPT at least 1B (Sensor Tower’s estimate, app users, May 2026);"
        " Gemini at least 900M (Google, 19 May 2026);"
        " Copilot about 23M (Sensor Tower’s estimate, April to June 2025)" in text
    )


@pytest.mark.parametrize(
    ("key", "found"),
    [("milestones", "100M downloads: ChatGPT by day 575"), ("features", "Le Chat, price of")],
)
def test_an_assistant_of_which_nothing_is_known_leads_to_those_that_are(key: str, found: str) -> None:
    app = open_page("competitors", lang="en", apps="kimi")
    assert found not in words(app)
    app.button(key=f"nearest-{key}").click().run()
    assert app.query_params["apps"] == "le-chat,chatgpt,gemini,copilot,claude,deepseek"
    assert found in words(app)
