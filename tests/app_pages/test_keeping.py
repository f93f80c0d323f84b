"""A part of a page is made once for all readers of the same filters, and anew when data comes."""

import gc
import weakref
from datetime import datetime
from pathlib import Path

import pytest

from dashboard import keeping, session
from tests.app_pages.running import copy_of_data, figures, open_page, unfold
from tests.helpers.given import lay, reading

QUERY = {"lang": "en", "category": "productivity", "apps": "le-chat,claude"}


def made() -> int:
    return keeping._made.cache_info().misses


def test_a_second_reader_of_a_link_has_nothing_made_anew() -> None:
    first = open_page("rank", **QUERY)
    before = made()
    second = open_page("rank", **QUERY)
    assert made() == before
    assert [one.value for one in second.subheader] == [one.value for one in first.subheader]
    assert figures(first) == figures(second) != {}


def test_new_data_is_shown_at_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = copy_of_data(tmp_path)
    monkeypatch.setenv("PALMARES_DATA", str(data))
    app = open_page("rank", **QUERY)
    assert "8 Oct 2026" in app.subheader[0].value
    lay(data, reading("2026-10-09T12:00:00", {1: "6740410176"}, category="productivity", depth=98))
    assert "9 Oct 2026: Le Chat 1st" in app.run().subheader[0].value


def test_the_databases_of_moments_that_nobody_asks_for_any_more_are_closed() -> None:
    moments = [datetime(2026, 11, 24, 12, minute) for minute in range(session.HOUSES + 2)]
    opened = [weakref.ref(session.warehouse(moment)) for moment in moments]
    gc.collect()
    assert [house() is not None for house in opened] == [False, False, *[True] * session.HOUSES]


def test_a_table_is_made_when_its_fold_is_opened() -> None:
    app = open_page("rank", **QUERY)
    assert not app.dataframe
    assert {"Assistant", "Place"} <= set(unfold(app).dataframe[0].value.columns)
