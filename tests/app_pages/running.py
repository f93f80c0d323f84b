"""Run the real app without a browser, on a data folder of the test's choosing."""

import json
import shutil
import zlib
from datetime import date
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from dashboard.domain import filters
from dashboard.sections.blocks import (
    Block,
    Details,
    Figure,
    Heading,
    Metric,
    Text,
    TextTable,
    flatten,
)
from dashboard.sections.pages import build_page
from dashboard.sections.view import View
from dashboard.text.translator import Translator
from dashboard.warehouse import cache
from tests.helpers.datasets import DATA

ROOT = Path(__file__).parents[2]
PAGES = ("overview", "launch", "rank", "competitors", "brief", "sources")


MISSING = ("a part of this page is missing here", "une partie de cette page manque ici")


# What a link says that was sent before the defaults became what they are: every value.
SENT = {
    "category": "all",
    "from": "2023-03-27",
    "to": "2026-10-10",
    "apps": "le-chat,chatgpt,gemini,copilot,deepseek",
    "tab": "reported",
    "before": "first",
    "races": "every",
}


def open_page(page: str, **query: str) -> AppTest:
    """The page as a reader sees it who follows a link with SENT and `query`; no part of it failed."""
    app = open_broken_page(page, **SENT | query)
    assert not [one.value for one in app.error if any(said in one.value for said in MISSING)]
    return app


def open_broken_page(page: str, **query: str) -> AppTest:
    """As open_page; parts of it may have failed."""
    app = AppTest.from_file(str(ROOT / "dashboard" / "main.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if page != "overview":
        app.switch_page(f"app_pages/{page}.py").run()
    return app


def unfold(app: AppTest, name: str = "") -> AppTest:
    """Open every fold, or those whose name begins with `name`, as a reader does, so that what stands in it is made."""
    for key in list(app.session_state.keys()):
        if key.startswith((f"behind-{name}", f"fold-{name}")):
            app.session_state[key] = True
    return app.run()


def figures(app: AppTest) -> dict[str, dict[str, Any]]:
    """What the browser gets of each figure of the page, by its key: `data`, `layout` and `alt`."""
    found = [element.proto for element in app.get("bidi_component")]
    told = {one.id.rpartition("figure-")[2]: json.loads(zlib.decompress(one.bytes)) for one in found}
    return {key: one["figure"] | {"alt": one["alt"]} for key, one in told.items()}


def words(app: AppTest) -> str:
    """All texts of the page, one a line."""
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.markdown,
        app.caption,
        app.info,
        app.warning,
        app.error,
        app.code,
    )
    found = [element.value for kind in kinds for element in kind]
    return "\n".join([*found, *(metric.value for metric in app.metric)])


def copy_of_data(tmp_path: Path) -> Path:
    """The frozen data in a folder that a test may damage."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    return data


def snapshot(data: Path, dataset: str) -> Path:
    """The one frozen snapshot of a dataset."""
    return next((data / "snapshots").glob(f"{dataset}-*.parquet"))


def page_view(page: str, query: dict[str, str], *, whole: bool = False) -> View:
    """The view of a link with SENT and `query`, with the blocks of the page, made without Streamlit."""
    catalog, link = cache.catalog(), {name: [value] for name, value in (SENT | query).items()}
    defaults = filters.default_filters(catalog, "en", date(2023, 3, 27), date(2026, 10, 10))
    chosen, problems = filters.from_query(link, catalog, defaults)
    assert problems == []
    view = View(chosen, Translator(chosen.lang), catalog, whole=whole)
    view.blocks.extend(build_page(view, page))
    return view


def whole_page(page: str, **query: str) -> list[Block]:
    """Every block of a page with all its tabs."""
    return flatten(page_view(page, query, whole=True).blocks)


def block_words(block: Block) -> str:
    """All texts of a block, one a line: of a figure also its words and the notes in it."""
    match block:
        case Heading() | Text():
            return block.markdown
        case Metric():
            return f"{block.label}\n{block.value}"
        case TextTable():
            return "\n".join(" | ".join(map(str, row)) for row in block.rows.itertuples())
        case Details():
            return block.title
        case Figure():
            notes = [note.text for note in block.figure.layout.annotations] if block.figure else []
            return "\n".join([block.title, block.lead, block.legend, block.source, block.alt, *notes])
    return ""
