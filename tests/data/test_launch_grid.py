"""Days to a number of downloads, for every launch that days may be counted from: a grid derived by hand."""

import pytest

from dashboard.domain.types import Row
from dashboard.text.time_to import time_to_symbol
from dashboard.text.translator import Translator
from dashboard.warehouse import questions
from dashboard.warehouse.warehouse import Warehouse

APPS = ("le-chat", "chatgpt", "deepseek", "gemini", "copilot")
# A row: goal, launch, the cell of each of APPS; a hyphen where nothing is known. "Country" is France.
GRID = """
1M    press    ≤ 14    ≤ 11         ≤ 14–17   ≤ 309       ≤ 16
1M    web      ≤ 360   ≤ 11         ≤ 14–17   ≤ 309       ≤ 16
1M    ios      ≤ 14    ≤ 11         ≤ 14–17   ≤ 30        ≤ 8
1M    android  ≤ 14    ≤ 0          ≤ 14–17   ≤ 309       ≤ 16
1M    country  ≤ 15    ≤ 5          ≤ 14–17   ≤ 166–195   ≤ 16
100M  press    -       18 … 575     > 26      ≤ 585       > 559
100M  web      -       18 … 575     > 26      ≤ 585       > 559
100M  ios      -       18 … 575     > 26      ≤ 306       > 551
100M  android  -       ≤ 501–531    > 26      ≤ 585       > 559
100M  country  -       12 … 569     > 26      ≤ 442–471   > 559
"""
GOALS = {"1M": 1_000_000, "100M": 100_000_000}
# What has no such launch keeps the press's day 0, and what began elsewhere before stands apart: neither is ranked.
NO_LAUNCH = {("web", app) for app in APPS if app != "le-chat"} | {
    ("android", "deepseek"),
    ("country", "copilot"),
}
COUNTED_BEFORE = {("ios", "gemini"), ("ios", "copilot"), ("android", "chatgpt")}
COUNTED_BEFORE |= {("country", "chatgpt"), ("country", "gemini")}


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def rows(house: Warehouse, goal: str, day0: str) -> dict[str, Row]:
    """The rows of the world's race on all platforms, by app."""
    found = questions.time_to_goal(
        house, apps=APPS, day0=day0, country="fr", goals=[GOALS[goal]], platform="all", scope="world"
    )
    return {row["app"]: row for row in found[found["race"] == "same"].to_dict("records")}


@pytest.mark.parametrize("line", GRID.strip().splitlines())
def test_every_interval_is_the_one_derived_by_hand(frozen: Warehouse, line: str) -> None:
    goal, day0, *expected = cells(line)
    by_app = rows(frozen, goal, day0)
    texts = [time_to_symbol(by_app[app], Translator("en")) if app in by_app else "-" for app in APPS]
    assert [text.replace("\u00a0", " ") for text in texts] == expected


@pytest.mark.parametrize("day0", ["press", "web", "ios", "android", "country"])
@pytest.mark.parametrize("goal", list(GOALS))
def test_an_interval_counted_from_another_kind_of_launch_is_never_ranked(
    frozen: Warehouse, goal: str, day0: str
) -> None:
    for app, row in rows(frozen, goal, day0).items():
        assert (row["unranked"] == "no_launch") == ((day0, app) in NO_LAUNCH)
        assert (row["unranked"] == "counted_before") == ((day0, app) in COUNTED_BEFORE)
