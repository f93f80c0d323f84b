"""The rank page: its sentences, its tables and its figures say the same numbers."""

import base64
import math
import struct
from html import unescape
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.running import figures, open_page, unfold, words

KINDS = {"i1": "b", "i2": "h", "i4": "i", "f4": "f", "f8": "d", "u1": "B", "u2": "H", "u4": "I"}
PHOTO = {"category": "photo-video", "from": "2026-03-01", "to": "2026-04-01"}
US = {"country": "us", "from": "2026-04-01", "to": "2026-08-31", "apps": "chatgpt,claude,gemini,le-chat"}


def page(**query: str) -> AppTest:
    return unfold(open_page("rank", **{"lang": "en"} | query))


def figure(app: AppTest, key: str) -> list[dict[str, Any]]:
    """The traces of the figure `key`, as the browser gets them."""
    return list(figures(app)[key]["data"])


def values(axis: Any) -> list[Any]:
    """One axis of a trace; numbers may come packed."""
    if isinstance(axis, dict):
        code = KINDS[axis["dtype"]]
        return [item[0] for item in struct.iter_unpack(f"<{code}", base64.b64decode(axis["bdata"]))]
    return list(axis)


def alt(app: AppTest, key: str) -> str:
    return str(figures(app)[key]["alt"])


def table(app: AppTest, *headings: str) -> pd.DataFrame:
    """The first table that has these headings."""
    return next(one.value for one in app.dataframe if set(headings) <= set(one.value.columns))


def steps(app: AppTest, name: str) -> list[int]:
    """The observed places of one assistant that the history draws."""
    lines = [
        trace
        for trace in figure(app, "history")
        if trace.get("name") == name and trace.get("line", {}).get("shape") == "hv"
    ]
    return [int(y) for trace in lines for y in values(trace["y"]) if y is not None and not math.isnan(y)]


def test_the_sentence_the_table_and_the_history_say_the_same_places() -> None:
    app = page(category="productivity", tab="days")
    rows = table(app, "Assistant", "Read at (UTC)", "Place")
    mine = rows[rows["Assistant"] == "Le Chat"]
    assert steps(app, "Le Chat") == list(mine["Place"])
    assert (mine["Place"].iloc[0], mine["Place"].iloc[-1], len(mine)) == (60, 28, 23)
    assert (
        "**Le Chat**: between 28th and 66th in Productivity, 15 Sep 2026 to 8 Oct 2026, 28th on 8 Oct 2026;"
        " 23 snapshots on 19 of 1,294 days; outside the list in all 12 snapshots of the overall chart."
        in words(app)
    )


def test_the_sentence_tells_of_the_category_where_the_overall_chart_is_shown() -> None:
    assert (
        "**Le Chat**: outside the list in all 12 snapshots of the overall chart; 12 snapshots on 5 of 1,294 days;"
        " between 28th and 66th in Productivity, 15 Sep 2026 to 8 Oct 2026, 28th on 8 Oct 2026."
        in words(page())
    )


def test_the_sentence_tells_of_the_overall_chart_where_a_category_is_shown() -> None:
    both = {"country": "us", "category": "photo-video", "from": "2026-08-01", "to": "2026-08-31"}
    assert "; outside the list in all 70 snapshots of the overall chart." in words(page(**both))


def test_of_an_assistant_without_a_reading_the_sentence_says_so() -> None:
    text = words(page(**{"from": "2025-02-01", "to": "2025-02-28"}))
    assert "**Le Chat**: no snapshot of this chart in this period." in text


def test_the_daily_view_draws_the_last_reading_of_each_day_and_says_the_rule() -> None:
    every, daily = page(**US, tab="days"), page(**US, each="daily")
    rows = table(every, "Assistant", "Read at (UTC)", "Place")
    mine = rows[rows["Assistant"] == "ChatGPT"].sort_values("Read at (UTC)")
    last = mine.groupby(mine["Read at (UTC)"].dt.date)["Place"].last()
    assert steps(every, "ChatGPT") == list(mine["Place"])
    assert steps(daily, "ChatGPT") == list(last)
    assert "drawn: of each day the last snapshot (UTC), 120 of 871" in words(daily)


def test_days_at_the_top_are_the_same_in_title_and_in_both_tables() -> None:
    app = page(**US, tab="days")
    rows = table(app, "Assistant", "Days 1st", "Days in top 3").set_index("Assistant")
    (cells,) = [one.value for one in app.table if "Days at no. 1" in one.value.columns]
    for name in ("ChatGPT", "Claude", "Gemini", "Le Chat"):
        assert list(cells.loc[name, ["Days at no. 1", "Days in top 10"]]) == [
            str(rows.loc[name, "Days 1st"]),
            str(rows.loc[name, "Days in top 10"]),
        ]
    assert "ChatGPT no. 1 on 66 of 153 days, by the day’s last snapshot; 33 days without a snapshot" in words(
        app
    )
    assert (rows.loc["ChatGPT", "Days 1st"], rows.loc["ChatGPT", "Days 1st at some time"]) == (66, 78)
    assert list(cells.loc["ChatGPT"]) == [
        "3rd: 17 Aug 2026",
        "1st: 11 Apr 2026",
        "66",
        "120",
        "120",
        "120 of 153",
    ]


def test_a_top_50_that_no_snapshot_was_deep_enough_for_is_not_zero() -> None:
    (cells,) = [one.value for one in page(**US).table if "Days at no. 1" in one.value.columns]
    assert cells.loc["Le Chat", "Days in top 50"] == "list too short"


def test_the_longest_run_is_told_with_its_first_day() -> None:
    assert (
        "ChatGPT: best 1st (11 Apr 2026), latest 3rd (17 Aug 2026); 120 of 153 days with a snapshot. Longest"
        " streak at no. 1: at least 23 days, from 17 May 2026. No. 1 at some time on 78 days, at the day’s last"
        " snapshot on 66." in words(page(**US))
    )


def test_copies_of_a_report_of_first_place_are_one_report_and_one_entry() -> None:
    app = page(apps="le-chat,claude", tab="reported")
    text = words(app)
    assert "3 reports of first place, one of them repeated on 8 pages: none confirmed by a snapshot" in text
    assert "says Le Parisien (read at begeek.fr and 7 more pages)." in text
    assert (
        "No first day stated, no snapshot can contradict it: Claude first, at some time up to 7 Mar 2026,"
        " says jang.com.pk." in text
    )
    assert len(table(app, "Verdict", "Stated by")) == 10


def test_movers_are_the_same_in_title_table_arrows_and_alternative() -> None:
    app = page(**PHOTO, tab="movers")
    rows = table(app, "App", "Place before", "Places won").set_index("App")
    arrows = figure(app, "movers")
    drawn = {unescape(trace["name"]): [int(x) for x in values(trace["x"])] for trace in arrows}
    assert len(drawn) == 13
    for name, ends in drawn.items():
        assert ends == [rows.loc[name, "Place before"], rows.loc[name, "Place after"]]
    assert drawn["Chatlulu: Vidéo & Photo IA"] == [92, 40]
    assert (
        "Chatlulu\\: Vidéo \\& Photo IA 92nd to 40th, up 52; Retake IA\\: Éditeur de photos 27th to 100th"
        in words(app)
    )
    assert "Chatlulu: Vidéo & Photo IA: 92nd to 40th, up 52." in alt(app, "movers")
    assert "Meta AI: 4th in both." in alt(app, "movers")


def test_movers_count_every_app_once() -> None:
    app = page(**PHOTO, tab="movers")
    assert (
        "1 Mar 2026 (top 100) to 1 Apr 2026 (top 100): 42 climbed, 31 fell, 6 stayed, 21 new, and 21 left."
        in (words(app))
    )
    moves = table(app, "App", "What happened")["What happened"].value_counts()
    assert moves.to_dict() == {"climbed": 42, "fell": 31, "stayed": 6, "new": 21, "left": 21}


def test_who_is_missing_because_the_second_reading_is_shorter_is_told_apart() -> None:
    text = words(page(country="us", tab="movers"))
    assert "23 more apps are missing only because the second reading is shorter: it cannot tell." in text
    assert (
        "- Left: Sora (3rd), Tea Dating Advice (4th), Visify - AI Photo Enhancer (8th), and 12 more." in text
    )


def test_the_reader_chooses_both_readings_and_the_link_says_so() -> None:
    app = page(**PHOTO, tab="movers")
    moments = app.selectbox(key="filter-before").options
    assert moments[:2] == ["the one before the last", "the first of the period"]
    assert moments[2] == "1 Mar 2026"
    app.selectbox(key="filter-before").select_index(12).run()
    assert "11 Mar 2026 (top 100) to 1 Apr 2026 (top 100)" in words(app)
    assert str(app.query_params["before"]).strip("[']") == "2026-03-11T00:00Z"


def test_readings_chosen_the_wrong_way_round_are_put_in_order_and_it_says_so() -> None:
    text = words(page(**PHOTO, tab="movers", before="2026-03-20T00:00Z", after="2026-03-10T00:00Z"))
    assert "they are shown in order of time" in text
    assert "10 Mar 2026 (top 100) to 20 Mar 2026" in text


def test_one_reading_chosen_twice_says_so_and_draws_nothing() -> None:
    app = page(**PHOTO, tab="movers", before="2026-03-20T00:00Z", after="2026-03-20T00:00Z")
    assert "Both choices are the reading of 20 Mar 2026. Choose another reading." in words(app)
    assert "movers" not in figures(app)


def test_a_moment_without_a_whole_reading_is_named_and_the_first_stands_in() -> None:
    app = page(**PHOTO, tab="movers", before="2026-03-20T12:00Z")
    assert not app.exception
    assert "No whole snapshot of this chart in this period is of 20 Mar 2026, 12:00 UTC." in words(app)
    assert "1 Mar 2026 (top 100)" in words(app)


def test_a_chart_without_two_whole_readings_offers_one_that_has_them() -> None:
    app = page(category="productivity", tab="movers")
    assert "Movers take two readings that kept every place of the chart; these days have 0." in words(app)
    app.button(key="nearest-movers-0").click().run()
    assert not app.exception
    assert " climbed, " in words(app)


def test_days_that_nobody_read_offer_the_nearest_chart_that_was() -> None:
    app = page(**{"from": "2025-11-01", "to": "2025-11-30"})
    assert "No snapshot and no reported rank of this chart in this period." in words(app)
    app.button(key="nearest-history-0").click().run()
    assert not app.exception
    assert figure(app, "history")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("tab", ["reported", "events", "days", "day", "movers", "countries"])
def test_every_tab_opens_in_both_languages(lang: str, tab: str) -> None:
    app = page(lang=lang, tab=tab)
    assert not app.exception
    assert not app.error


def test_the_list_of_a_day_names_its_first_and_leads_to_the_snapshot_before() -> None:
    app = page(tab="day")
    assert "17 Aug 2026, 04:50 UTC: top 25, Revolut — Plus qu’une banque no. 1" in words(app).replace(
        "'", "’"
    )
    rows = table(app, "App", "Assistant").set_index("App")
    assert rows.loc["Google Gemini", "Assistant"] == "Gemini"
    app.button(key="nearest-list-previous").click().run()
    assert "17 Aug 2026, 04:04 UTC: top 25" in words(app)
    assert "Next snapshot" in [button.label for button in app.button]


def test_a_list_that_holds_assistants_alone_says_so() -> None:
    assert "kept the ranks of assistants only" in words(page(category="productivity", tab="day"))


def test_the_first_of_the_list_is_named_though_nobody_chose_it() -> None:
    assert "No. 1 in the newest snapshot: **Revolut" in words(page())
    assert "No. 1 in the newest snapshot: **Claude**." in words(page(category="productivity"))
    assert "No. 1 in the newest snapshot" not in words(page(category="productivity", apps="claude"))
