"""The overview: ranks now, what changed, the story of a launch, before and after an event."""

import re

from tests.app_pages.running import figures, open_page, words

NOW = {"lang": "en", "category": "productivity", "from": "2026-09-09", "to": "2026-10-08"}
EVENT = {
    "country": "us",
    "category": "all",
    "event": "le-chat-becomes-vibe",
    "apps": "chatgpt,claude,le-chat",
}


def test_the_true_no_1_is_named_though_it_is_not_chosen() -> None:
    app = open_page("overview", **NOW | {"apps": "le-chat,chatgpt"})
    assert "France, Productivity, 8 Oct 2026: Claude no. 1; Le Chat 28th, up 35 ranks in 2 days" in words(app)
    alt = figures(app)["standings"]["alt"]
    assert "France, All categories, 17 Aug 2026: Revolut — Plus qu'une banque no. 1, ChatGPT 4th" in alt
    assert "United States, All categories, 17 Aug 2026: 7 Brew Coffee no. 1" in alt


def test_one_line_says_how_old_the_newest_snapshot_is_and_when_the_archives_end() -> None:
    [line] = [
        line for line in words(open_page("overview", **NOW)).splitlines() if "latest chart snapshot" in line
    ]
    assert re.match(r":orange-badge\[:material/schedule: last snapshot \d+ days ago\] France, latest", line)
    assert line.endswith("3 other archives of its charts end on 22 Aug 2026, 17 Aug 2026, and 3 Oct 2025")


def test_the_table_has_a_mark_for_each_day_with_a_snapshot_and_joins_no_two_over_a_gap() -> None:
    table = figures(open_page("overview", **NOW))["standings"]
    le_chat = next(trace for trace in table["data"] if trace["name"] == "Le Chat")
    assert not le_chat["connectgaps"]
    drawn = [day for day, height in zip(le_chat["x"], le_chat["y"], strict=True) if height is not None]
    assert len(drawn) == 19
    assert le_chat["y"].count(None) == 5


def test_at_most_five_changes_are_listed_the_newest_first() -> None:
    lines = [line for line in words(open_page("overview", **NOW)).splitlines() if "top 10" in line]
    assert len(lines) == 5
    assert lines[0].startswith("- **5 Oct 2026**, App Store, Productivity: Grok drops out of the top 10")


def test_the_story_has_open_brackets_a_bound_and_no_snapshot_and_links_each_mark_to_its_source() -> None:
    story = figures(open_page("overview", **NOW))["story"]
    texts = [note["text"] for note in story["layout"]["annotations"]]
    links = [text for text in texts if "<a href=" in text]
    assert len(links) >= 8
    assert "France: no chart snapshot before 1 Oct 2025" in texts
    brackets = [trace for trace in story["data"] if trace["mode"] == "lines" and len(trace["x"]) == 4]
    assert len(brackets) == 4  # two ends of each of two reports, with nothing between them


def test_before_and_after_an_event_gives_the_ranks_on_either_side() -> None:
    app = open_page("overview", lang="en", **EVENT)
    text = words(app)
    assert "**28 May 2026**: Le Chat becomes Vibe" in text
    assert (
        "**Claude**: 2nd on 27 May 2026 (best 2nd of 28 days); 2nd on 29 May 2026 (best 2nd of 28 days)."
        in text
    )
    assert "**Le Chat**: outside the top 25 on 27 May 2026; outside the top 25 on 29 May 2026." in text
    assert "event-history" in figures(app)


def test_a_window_without_a_snapshot_says_so_and_shows_the_reports_of_the_overall_chart() -> None:
    app = open_page("overview", **NOW | {"event": "macron-le-chat-interview"})
    text = words(app)
    assert "France, App Store, Top free, Productivity: no snapshot from 12 Jan 2025 to 9 Mar 2025." in text
    assert "**France, App Store, Top free, All categories**" in text
    assert "says The Economist" in figures(app)["event-history"]["alt"]


def test_an_event_that_is_not_there_is_named_and_one_that_is_no_id_is_refused() -> None:
    app = open_page("overview", lang="en", event="no-such-event")
    assert not app.exception
    assert "There is no event “no-such-event”" in words(app)
    assert "event=No Such" in words(open_page("overview", lang="en", event="No Such"))
