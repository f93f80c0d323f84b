"""The shared filters: what a link says, what stays at a page change, what cannot be followed."""

import pytest

from tests.app_pages.running import open_page, words


def _only(values: str | list[str]) -> str:
    """AppTest gives a parameter as text or as a list of one."""
    return values if isinstance(values, str) else values[0]


def test_filters_survive_a_page_change() -> None:
    app = open_page("overview", lang="en", country="de", category="productivity")
    app.switch_page("app_pages/rank.py").run()
    assert app.title[0].value == "Germany: rank in App Store, Top free, Productivity"


def test_a_widget_changes_the_page_and_the_link() -> None:
    app = open_page("rank", lang="en")
    app.selectbox(key="filter-country").set_value("de").run()
    assert app.title[0].value.startswith("Germany")
    assert _only(app.query_params["country"]) == "de"


def test_removing_every_assistant_keeps_the_last_choice_and_no_error() -> None:
    app = open_page("rank", lang="en")
    app.multiselect(key="filter-apps").set_value([]).run()
    assert not app.exception
    assert _only(app.query_params["apps"]) == "le-chat,chatgpt,gemini,copilot,deepseek"


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
