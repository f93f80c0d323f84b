"""The launch page: its figures with their bounds, and what each choice does to them."""

from typing import Any

import pytest

from tests.app_pages.running import open_page, unfold, words

TABS = ("growth", "averages", "disagreements", "launches", "method")


def told(**choices: str) -> str:
    """All that the page says, every fold open."""
    return words(unfold(open_page("launch", **{"lang": "en"} | choices), "options"))


def ladder(app: Any, goal: str = "500K") -> dict[Any, str]:
    """Days to a number: its cells by assistant, and by place where launches of several are shown."""
    (table,) = [frame.value for frame in app.table if goal in frame.value.columns]
    cells = table.set_index("Where", append=True)[goal] if "Where" in table.columns else table[goal]
    cells = cells[~cells.isin(["–", ""])]
    return {key: str(cell).replace("\u00a0", " ") for key, cell in cells.items()}


@pytest.mark.parametrize(
    "said",
    [
        "**Le Chat ≥\u00a01M**, by day 14 · at least 1,000,000 downloads",
        "**ChatGPT ≈\u00a0500K**, by day 6 · about 500,000 downloads",
        "**ChatGPT ≥\u00a0350M**, by day 652 · at least 350,000,000 downloads",
        "**DeepSeek ≥\u00a01M**, by day 21 · at least 1,000,000 downloads",
    ],
)
def test_the_four_core_figures_stand_with_their_day_and_qualifier(said: str) -> None:
    assert said in told(tab="launches")


def test_the_title_joins_bounds_in_the_readers_order_on_whose_word_and_says_that_none_came_first() -> None:
    assert (
        "1M downloads: Le Chat by day 14, says Mistral AI; ChatGPT by day 11, Copilot by day 16, and DeepSeek by day 17,"
        " if Appfigures’ estimates hold; which came first cannot be told"
    ) in told()


def test_chatgpts_half_million_took_five_to_seven_days_on_iphone_in_the_united_states() -> None:
    cells = ladder(open_page("launch", lang="en", races="every"))
    assert cells["ChatGPT", "iPhone and iPad, United States"] == "≤ 5–7"


def test_a_number_that_a_higher_one_implies_is_left_blank() -> None:
    app = open_page("launch", lang="en", races="equal")
    assert ladder(app, "1M")["Le Chat"] == "≤ 14"
    assert "Le Chat" not in ladder(app)
    assert ladder(app)["DeepSeek"] == "≤ 14"


def test_a_count_still_below_a_number_is_no_quotation() -> None:
    assert ladder(open_page("launch", lang="en", races="equal"), "100M")["DeepSeek"] == "\\> 26"


def test_launches_of_equal_scope_stand_alone_unless_a_link_wants_the_others_too() -> None:
    assert set(ladder(open_page("launch", lang="en", races="equal"), "1M")) == {
        *("Le Chat", "ChatGPT", "Copilot", "DeepSeek"),
    }
    every = ladder(open_page("launch", lang="en", races="every"), "1M")
    assert len({where for _, where in every}) > 1


def test_the_choices_are_folded_under_what_is_chosen() -> None:
    app = open_page("launch", lang="en", day0="web", platform="ios", goal="10000000", races="equal")
    (label,) = [one.label for one in app.expander if one.label.startswith("Counting options")]
    assert label == (
        "Counting options: 10M downloads · day 0 web · iPhone and iPad · World · launches of equal scope only"
    )


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens_by_its_link(tab: str) -> None:
    app = open_page("launch", lang="en", tab=tab)
    assert not app.exception
    assert app.session_state["filter-tab"] == tab


def test_another_day_0_moves_the_answers_and_says_by_how_much() -> None:
    text = told(day0="web")
    assert "1M downloads: Le Chat by day 360, says Mistral AI\n" in text
    assert "Le Chat +346 days, from 26 Feb 2024" in text
    assert "no such launch is known of ChatGPT, Gemini, Copilot, and DeepSeek, which keep theirs" in text
    assert "Gemini: by day 309, counted from its first app launch: no such launch is known" in text


def test_the_chosen_country_can_be_day_0() -> None:
    text = told(day0="country")
    assert "Le Chat by day 15" in text
    assert "ChatGPT −6 days, from 24 May 2023" in text


def test_who_was_ahead_is_told_only_where_bounds_allow() -> None:
    assert "Day 14: of no two launches can it be told which was ahead" in told()
    assert "Day 7: Threads ahead of Copilot" in told(day="7", apps="copilot,le-chat", benchmarks="threads")


def test_a_reference_launch_joins_the_race_and_not_the_other_pages() -> None:
    app = open_page("launch", lang="en", benchmarks="threads")
    assert "Threads ahead of" in words(app)
    assert app.multiselect(key="filter-others").value == ["chatgpt", "gemini", "copilot", "deepseek"]


def test_one_launch_alone_has_no_race_and_the_page_says_so() -> None:
    app = open_page("launch", lang="en", apps="le-chat")
    assert not app.exception
    assert "A race takes two." in words(app)


def test_a_place_without_claims_says_so_and_what_has_some() -> None:
    app = open_page("launch", lang="en", area="country", races="equal", apps="le-chat,copilot")
    assert not app.exception
    text = words(app)
    assert "No claim bounds the downloads of these assistants on this platform in this place." in text
    assert "Choose all platforms and World." in text


def test_disagreement_stands_side_by_side_and_says_who_rests_on_whom() -> None:
    text = told(tab="disagreements")
    assert "DeepSeek downloads on 27 and 28 January 2025: 2.6M to 16M" in text
    assert "rest on one statement: Mistral AI, Le Parisien, TechCrunch, 2025-02-19." in text


def test_doubling_is_told_where_three_counts_allow_it_and_refused_elsewhere() -> None:
    text = told(tab="averages")
    assert "at that pace it doubles in 205 to 423 days, by 3 counts of OpenAI" in text
    assert "Downloads: not enough. No source published three counts of one series for Le Chat" in text


@pytest.mark.parametrize(("lang", "said"), [("en", "450K to 550K"), ("fr", "450\u00a0k à 550\u00a0k")])
def test_the_method_takes_its_examples_from_the_view(lang: str, said: str) -> None:
    text = words(open_page("launch", lang=lang, tab="method"))
    assert said in text
    other = words(open_page("launch", lang=lang, apps="deepseek", tab="method"))
    assert said not in other


@pytest.mark.parametrize("scale", ["log", "linear"])
@pytest.mark.parametrize("platform", ["all", "ios", "android"])
def test_every_platform_and_scale_draws_without_an_error(platform: str, scale: str) -> None:
    app = open_page("launch", lang="fr", platform=platform, scale=scale, benchmarks="threads,sora")
    assert not app.exception
    assert not app.error
