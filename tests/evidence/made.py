"""Evidence files of the running app's pages, made without a browser."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.evidence import check
from dashboard.evidence.page import html
from dashboard.session import View
from tests.app_pages.running import open_page

LINK = "https://palmares.example/rank?v=1"
MADE = datetime(2026, 11, 25, 9, 30)


def record(file: Path) -> dict[str, Any]:
    """The record that a file holds, as JSON."""
    found: dict[str, Any] = json.loads(check.HELD.findall(file.read_text("utf-8"))[0])
    return found


def seen(page: str, **query: str) -> View:
    """What a reader of a page has seen."""
    app = open_page(page, **query)
    assert not app.exception
    view: View = app.session_state["view"]
    return view


def evidence(folder: Path, page: str, **query: str) -> Path:
    """The file that the page's button gives."""
    path = folder / f"{page}.html"
    path.write_text(html(seen(page, **query), page, LINK, "A page", MADE), "utf-8")
    return path
