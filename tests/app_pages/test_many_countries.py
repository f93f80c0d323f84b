"""Countries over time: no more small charts than can be compared."""

from pathlib import Path

import pytest

from dashboard.sections.countries import MOST
from tests.app_pages.running import copy_of_data, figures, open_page, words
from tests.helpers.datasets import LE_CHAT, reading, store_rows, vocabulary

QUERY = {"lang": "en", "category": "productivity", "apps": "le-chat", "world": "lines", "tab": "countries"}


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_the_first_countries_of_the_table_are_drawn_and_the_cut_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    data = copy_of_data(tmp_path)
    for path in (data / "snapshots").glob("charts-*"):
        path.unlink()
    read = vocabulary().storefronts[: MOST + more]
    store_rows(
        data,
        *(reading("2026-09-20T10:00:00", {5: LE_CHAT}, country=one, category="productivity") for one in read),
    )
    monkeypatch.setenv("PALMARES_DATA", str(data))
    app = open_page("rank", **QUERY)
    drawn = [name for name in figures(app)["countries"]["layout"] if name.startswith("yaxis")]
    assert len(drawn) == min(MOST, len(read))
    assert (f"The first {MOST} of {len(read)} countries" in words(app)) == (more > 0)
