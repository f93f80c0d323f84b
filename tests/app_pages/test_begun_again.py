"""Data that changes in the instant in which a deep page is asked for leaves its reader on that page."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from tests.app_pages.running import open_page, words
from tests.helpers.datasets import reading, store_rows

ASKED: list[Path] = []  # a file that changes when it is opened next
QUERY = {"lang": "en", "category": "productivity", "apps": "le-chat,claude"}


def _touch(event: str, told: tuple[object, ...]) -> None:
    """The interpreter's own word that a file is opened: at that very moment it is written to anew."""
    if ASKED and event == "open" and str(told[0]) == str(ASKED[0]):
        os.utime(ASKED.pop())


sys.addaudithook(_touch)


@contextmanager
def changed_while_it_is_read(path: Path) -> Iterator[None]:
    ASKED.append(path)
    yield
    assert not ASKED, f"nobody read {path.name}"


def more(data: Path) -> Path:
    """A new snapshot, of a country that nobody looks at."""
    rows = reading("2025-03-01T12:00:00", {1: "1"}, country="no")
    (path,) = store_rows(data, rows, now=datetime(2026, 11, 24, 12))
    assert path
    return path


@pytest.mark.parametrize("page", ["rank", "launch", "competitors"])
def test_a_change_while_a_deep_page_is_asked_for_leaves_its_reader_there(data: Path, page: str) -> None:
    app = open_page(page, **QUERY)
    before = words(app)
    with changed_while_it_is_read(more(data)):
        app.run()
    assert not app.exception
    assert words(app) == before
