"""The shared filters: what a link says, what stays at a page change, what cannot be followed."""

from datetime import date
from pathlib import Path

import pytest

from tests.app_pages.running import open_broken_page, open_page, words
from tests.helpers.datasets import LE_CHAT, reading, store_rows


def _only(values: str | list[str]) -> str:
    """AppTest gives a parameter as text or as a list of one."""
    return values if isinstance(values, str) else values[0]


def test_filters_survive_a_page_change() -> None:
    app = open_page("overview", lang="en", country="de", category="productivity")
    app.switch_page("app_pages/rank.py").run()
    assert app.title[0].value == "Germany: App Store, Top free, Productivity"


def test_a_widget_changes_the_page_and_the_link() -> None:
    app = open_page("rank", lang="en")
    app.selectbox(key="filter-country").set_value("de").run()
    assert app.title[0].value.startswith("Germany")
    assert _only(app.query_params["country"]) == "de"


def test_removing_every_compared_assistant_leaves_the_one_in_focus() -> None:
    app = open_page("rank", lang="en")
    app.multiselect(key="filter-others").set_value([]).run()
    assert not app.exception
    assert _only(app.query_params["apps"]) == "le-chat"


def test_another_focus_comes_first_and_is_compared_with_the_others() -> None:
    app = open_page("rank", lang="en")
    app.selectbox(key="filter-lead").set_value("gemini").run()
    assert _only(app.query_params["apps"]) == "gemini,le-chat,chatgpt,copilot,deepseek"
    assert _only(app.query_params["rivals"]) == "le-chat,chatgpt,copilot"


def test_a_bare_link_opens_the_last_thirty_days_of_productivity_in_france() -> None:
    app = open_broken_page("rank", lang="en")
    query = {name: _only(app.query_params[name]) for name in ("country", "category", "from", "to")}
    assert query == {"country": "fr", "category": "productivity", "from": "2026-09-09", "to": "2026-10-08"}


def test_a_link_to_a_country_opens_the_chart_in_which_most_days_rank_a_chosen_assistant() -> None:
    app = open_broken_page("rank", lang="en", country="us")
    assert (_only(app.query_params["category"]), _only(app.query_params["to"])) == ("all", "2026-08-17")


def test_another_country_keeps_the_days_where_its_chart_has_data_and_else_moves_to_its_last_thirty() -> None:
    app = open_page("rank", lang="en", category="productivity", **{"from": "2026-09-09", "to": "2026-10-08"})
    app.selectbox(key="filter-country").set_value("us").run()
    query = [_only(app.query_params[name]) for name in ("category", "from", "to")]
    assert query == ["all", "2026-07-19", "2026-08-17"]


def test_the_charts_on_offer_are_those_with_data_and_say_their_days() -> None:
    app = open_page("rank", lang="en", category="productivity")
    assert app.selectbox(key="filter-chart_codes").options == [
        "App Store · Productivity: 19 days, to 8 Oct 2026",
        "App Store · All categories: 5 days, to 17 Aug 2026",
        "Google Play · All categories: 2 days, to 17 Aug 2026",
        "App Store · Photo & Video: 184 days, to 22 Aug 2026",
    ]


def test_a_page_shows_only_the_filters_that_it_follows() -> None:
    launch, sources = open_page("launch", lang="en"), open_page("sources", lang="en")
    assert "filter-chart_codes" not in [select.key for select in launch.selectbox]
    assert sources.sidebar.children == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("country", "atlantis"),
        ("from", "2025-13-45"),
        ("apps", "le-chat,<script>"),
        ("lang", "de"),
        ("surprise", "1"),
    ],
)
def test_what_a_link_cannot_have_is_named_and_the_rest_applies(name: str, value: str) -> None:
    query = {"lang": "en", "category": "productivity"} | {name: value}
    app = open_page("rank", **query)
    assert not app.exception
    assert f"{name}={value}" in words(app)
    assert "Productivity" in app.title[0].value or name == "category"


def test_a_moment_before_the_first_ingest_is_a_clear_message() -> None:
    app = open_page("rank", lang="en", as_of="2026-01-01T00:00Z")
    assert not app.exception
    assert "There was no data yet on 1 Jan 2026, 00:00 UTC; the first came on 23 Nov 2026" in words(app)


def test_the_live_view_is_one_click_from_a_pinned_one() -> None:
    app = open_page("rank", lang="en", as_of="2026-01-01T00:00Z")
    app.button(key="unpin").click().run()
    assert "Gemini no. 1 on 3 of " in words(app)
    assert "as_of" not in app.query_params


def test_a_pinned_view_says_its_moment_and_that_nothing_changed() -> None:
    app = open_page("rank", lang="en", category="productivity", as_of="2026-11-23T21:49:57Z")
    assert "**Pinned to 23 Nov 2026, 21:49 UTC.**" in words(app)
    assert "No number on this page has changed since." in words(app)


def test_days_beyond_the_data_are_said_to_be_so() -> None:
    query = {"lang": "en", "from": "2001-01-01", "to": "2001-12-31"}
    assert "These days lie outside the data" in words(open_page("rank", **query))
    query = {"lang": "en", "from": "2001-01-01", "to": "2026-10-10"}
    assert "beyond, there is nothing to show" in words(open_page("rank", **query))


def test_a_half_picked_range_changes_nothing_and_asks_for_the_second_day() -> None:
    app = open_page("rank", lang="en")
    before = app.title[0].value, _only(app.query_params["from"])
    app.date_input(key="filter-days").set_value((date(2026, 9, 15),)).run()
    assert not app.exception
    assert "Choose the second day too" in words(app)
    assert (app.title[0].value, _only(app.query_params["from"])) == before


def test_a_preset_means_dates_and_is_named_only_while_they_are_the_days() -> None:
    app = open_page("rank", lang="en")
    preset = "Last 30 days with data of this chart"
    app.selectbox(key="preset").set_value(preset).run()
    assert (_only(app.query_params["from"]), _only(app.query_params["to"])) == ("2026-07-19", "2026-08-17")
    assert app.selectbox(key="preset").value == preset
    app.date_input(key="filter-days").set_value((date(2026, 9, 15), date(2026, 9, 16))).run()
    assert app.selectbox(key="preset").value is None


def test_the_last_thirty_days_move_with_new_data(data: Path) -> None:
    preset = "Last 30 days with data of this chart"
    open_page("rank", lang="en", category="productivity")
    store_rows(data, reading("2026-10-09T12:00:00", {1: LE_CHAT}, category="productivity", depth=98))
    app = open_page("rank", lang="en", category="productivity")
    app.selectbox(key="preset").set_value(preset).run()
    assert _only(app.query_params["to"]) == "2026-10-09"
