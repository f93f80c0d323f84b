"""French pages are set the French way, also where code joins words to numbers."""

import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.running import figures, open_page

# Only what the project says itself: no movers, for names of apps are set as their makers set them.
PRODUCTIVITY = {"category": "productivity", "apps": "le-chat,claude,deepseek"}
NORWAY = {"country": "no", "apps": "chatgpt,gemini"}
EMPTY = {"country": "ma", "apps": "le-chat,gemini"}
LINKS = [
    ("rank", PRODUCTIVITY),
    ("rank", EMPTY),
    ("competitors", PRODUCTIVITY),
    ("competitors", NORWAY),
    ("competitors", EMPTY),
    ("launch", PRODUCTIVITY),
]
GLUED = re.compile(r"[^\"]{0,40}[\w>)]: ")


def _said(app: AppTest) -> list[str]:
    """All that the page says but SQL: words, buttons, text alternatives, what the pointer says of a mark."""
    drawn = figures(app).values()
    return [*_words(app), *(one["alt"] for one in drawn), *(_drawn(one) for one in drawn)]


def _drawn(figure: dict[str, Any]) -> str:
    """A figure's words but the names of its traces, which nothing shows."""
    traces = [{part: said for part, said in one.items() if part != "name"} for one in figure["data"]]
    return json.dumps([traces, figure["layout"]], ensure_ascii=False)


def _words(app: AppTest) -> list[str]:
    kinds = (app.header, app.subheader, app.markdown, app.caption, app.info, app.warning)
    return [one.value for kind in kinds for one in kind] + [button.label for button in app.button]


@pytest.mark.parametrize(("page", "link"), LINKS, ids=str)
def test_no_french_colon_clings_to_its_word(page: str, link: dict[str, Any]) -> None:
    texts = _said(open_page(page, lang="fr", **link))
    assert [found for text in texts for found in GLUED.findall(text)] == []
