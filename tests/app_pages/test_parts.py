"""A part of a page that fails is named in its place; the rest of the page, its evidence and the site go on."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from dashboard.collect.__main__ import main
from dashboard.export.evidence.page import render_html
from dashboard.sections.pages import build_page
from tests.app_pages.running import MISSING, SENT, open_broken_page, open_page, words
from tests.helpers.datasets import COMMITTED

DAILY_TOTAL = (
    (COMMITTED / "imports" / "sensor-tower-downloads.toml")
    .read_text("utf-8")
    .replace('period = "month"', 'period = "day"')
    .replace("downloads_in_period", "downloads_cumulative")
)
NOTHING = "Unified Name\tDate\tPlatform\tDownloads (Absolute)\nLe Chat\t2025-02-06\tUnified\t0\n"


def broken(*_: object) -> None:
    raise ValueError("synthetic fault")


def test_a_count_of_zero_is_said_and_stops_no_page(data: Path) -> None:
    export, plan = data.parent / "synthetic.csv", data.parent / "synthetic.toml"
    export.write_bytes(NOTHING.encode("utf-16"))
    plan.write_text(DAILY_TOTAL, "utf-8")
    assert main(["import", str(export), "--map", str(plan)]) == 0
    assert main(["claims"]) == 0
    for page in ("launch", "competitors", "brief", "overview", "sources"):
        assert not open_page(page, lang="en").exception


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_part_that_fails_is_named_in_its_place_and_the_others_stand(
    data: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    before = set(words(open_page("launch", lang=lang, goal="500000", tab="averages")).splitlines())
    (data / "catalog.toml").write_bytes((data / "catalog.toml").read_bytes() + b"\n# changed\n")
    monkeypatch.setattr("dashboard.sections.velocity.speed", broken)
    app = open_broken_page("launch", **SENT | {"lang": lang, "goal": "500000", "tab": "averages"})
    assert not app.exception
    after = words(app)
    assert after.count(MISSING[lang == "fr"]) == 1
    lost = before - set(after.splitlines())
    assert len(lost) < len(before) / 4
    view = app.session_state["view"]
    evidence = render_html(view, "launch", "https://palmares.example/", "A page", datetime(2026, 11, 25))
    assert MISSING[lang == "fr"] in evidence
    assert MISSING[lang == "fr"] in str(list(build_page(replace(view, whole=True), "launch")))
