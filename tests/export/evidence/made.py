"""Evidence files of the pages over the frozen data, made without a browser, each once a process."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dashboard.export.evidence import check
from dashboard.export.evidence.page import render_html
from dashboard.sections.view import View
from tests.app_pages.running import page_view
from tests.helpers.datasets import DATA

LINK = "https://palmares.example/rank?v=1"
MADE = datetime(2026, 11, 25, 9, 30)
Query = tuple[tuple[str, str], ...]


def record(file: Path) -> dict[str, Any]:
    """The record that a file holds, as JSON."""
    content: dict[str, Any] = json.loads(check.RECORD_SCRIPT.findall(file.read_text("utf-8"))[0])
    return content


def seen(page: str, **query: str) -> View:
    """What a reader of a page has seen."""
    return page_view(page, query)


def evidence(folder: Path, page: str, **query: str) -> Path:
    """The file that the page's button gives."""
    path = folder / f"{page}.html"
    path.write_text(_file(page, tuple(query.items())), "utf-8")
    return path


@cache
def _file(page: str, query: Query) -> str:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PALMARES_DATA", str(DATA))
        return render_html(seen(page, **dict(query)), page, LINK, "A page", MADE)
