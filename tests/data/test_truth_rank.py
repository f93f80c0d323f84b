"""Links about ranks, each with the sentences that must stand on its page and those that must not."""

from dataclasses import dataclass, field

import pytest

from dashboard.warehouse import corrected_rules, questions
from tests.app_pages.running import figures, open_page, words
from tests.text.test_translator import WRONG_SPACES

SUMMER = {"country": "us", "apps": "chatgpt,claude", "from": "2026-04-10", "to": "2026-08-08"}
SINCE_2026 = {"apps": "claude,chatgpt,gemini", "from": "2026-01-01", "to": "2026-10-10"}
EVERY_DAY = {"from": "2023-03-27", "to": "2026-10-10"}


@dataclass(frozen=True)
class Truth:
    """One finding: `must` stand on the page, `never` may."""

    page: str
    must: tuple[str, ...]
    never: tuple[str, ...] = ()
    query: dict[str, str] = field(default_factory=dict)


TRUTHS = {
    "F3 Germany: older snapshots contradict no report without a first day": Truth(
        "rank",
        (
            "No snapshot of these days: Claude first, at some time up to 7 Mar 2026",
            "about 3 Mar 2026, says Appfigures (read at cor.ax)",
        ),
        ("never first", "first on none", "by 7 Mar 2026 at the latest"),
        {"country": "de"} | SINCE_2026,
    ),
    "F3 France": Truth(
        "rank",
        ("No snapshot of these days: Claude first, at some time up to 7 Mar 2026, says jang.com.pk.",),
        ("never first", "3 days of these"),
        {"country": "fr"} | SINCE_2026,
    ),
    "F6 the median gap is that of the days": Truth(
        "competitors",
        (
            "ChatGPT ahead on 2 and Gemini on 3 of 5 comparable days (1,294 chosen); median gap 1 rank, Gemini higher",
        ),
        ("median gap 3 ranks, ChatGPT higher",),
        {"country": "fr", "apps": "chatgpt,gemini,le-chat"} | EVERY_DAY,
    ),
    "F10 days at the top are those of the day's last snapshot": Truth(
        "rank",
        (
            "ChatGPT no. 1 on 66 of 121 days, by the day’s last snapshot; 3 days without a snapshot",
            "No. 1 at some time on 78 days, at the day’s last snapshot on 66.",
            "Longest streak at no. 1: at least 23 days, from 17 May 2026.",
        ),
        ("first on 78 of 118", "24 days"),
        SUMMER,
    ),
    "F13 who stated a rank is named before where it was read, about stays about": Truth(
        "rank",
        ("about 3 Mar 2026, says Appfigures (read at cor.ax)",),
        ("by cor.ax", "on 3 Mar 2026"),
        {"country": "de"} | SINCE_2026,
    ),
    "F13 in French": Truth(
        "rank",
        ("vers le 3 mars 2026, selon Appfigures (lu sur cor.ax)",),
        ("par cor.ax", "le 3 mars 2026, par"),
        {"country": "de", "lang": "fr"} | SINCE_2026,
    ),
    "F14 copies count once": Truth(
        "rank",
        (
            "5 reports of first place, one of them repeated on 8 pages: none confirmed by a snapshot",
            "says Le Parisien (read at begeek.fr and 7 more pages)",
        ),
        ("12 claims", "13 reported", "aisetup.net"),
        {"country": "fr"},
    ),
    "F14 the overview counts independent reports": Truth(
        "overview",
        ("Le Chat, France: no. 1 by 2 independent reports; at least 1M downloads by 20 Feb 2025",),
        ("aisetup.net",),
        {"country": "fr"},
    ),
    "F23 F24 one denominator, changes over gaps are at least": Truth(
        "competitors",
        ("12 snapshots on 5 of 1,294 days · 1,289 days without a snapshot", "; at least 1 lead change; "),
        ("of 321 days", "; 1 lead change", "0 lead changes"),
        {"country": "fr", "apps": "chatgpt,gemini,le-chat"} | EVERY_DAY,
    ),
    "F26 the newest snapshot shown under France is France's": Truth(
        "overview",
        ("France, latest chart snapshot: 8 Oct 2026, 15:12 UTC, App Store, Top free, Productivity",),
        ("10 Oct 2026, 15:10 UTC", "months ago"),
        {"country": "fr"},
    ),
    "F26 a country without a snapshot shows none": Truth(
        "overview", ("Norway: no chart snapshot yet",), ("10 Oct 2026, 15:10 UTC",), {"country": "no"}
    ),
    "F26 sources that differ on one day make one entry": Truth(
        "rank",
        (
            "Claude first, at some time between 28 Feb 2026 and 2 Mar 2026, in 3 reports: on 28 Feb 2026, says Digital"
            " Market Reports; on 1 Mar 2026, says xix.ai; on 2 Mar 2026, says Digital Market Reports.",
        ),
        (),
        {"country": "us", "apps": "claude,gemini"},
    ),
    "F30 a span instead of endpoints, and the store's name": Truth(
        "rank",
        (
            "**Le Chat**: between 28th and 66th in Productivity, 15 Sep 2026 to 8 Oct 2026, 28th on 8 Oct 2026",
            "Le Chat as “Vibe by Mistral (ex-Le Chat)” (15 Sep 2026 to 8 Oct 2026)",
        ),
        ("60th in Productivity on 15 Sep 2026",),
        {"country": "fr", "category": "productivity"},
    ),
    "F32 no hour of a day-precise moment": Truth(
        "rank",
        ("1 Mar 2026 (top 100) to 1 Apr 2026 (top 100)",),
        ("00:00 UTC",),
        {"tab": "movers", "category": "photo-video", "from": "2026-03-01", "to": "2026-04-01"},
    ),
    "corrected rules": Truth(
        "sources", ("Corrected rules", "The day’s rank is that of the day’s last snapshot, everywhere.")
    ),
}


def test_f14_the_story_names_who_stated_a_rank_and_the_best_page() -> None:
    story = figures(open_page("overview", lang="en"))["story"]["alt"]
    assert "no. 1 at some time between 6 Feb 2025 and 13 Feb 2025, says The Economist" in story
    assert "28 Feb 2025, says Le Parisien, begeek.fr and 7 more pages." in story
    assert "aisetup.net" not in story


@pytest.mark.parametrize("truth", TRUTHS.values(), ids=list(TRUTHS))
def test_what_a_link_says_of_ranks_is_so(truth: Truth) -> None:
    app = open_page(truth.page, **{"lang": "en"} | truth.query)
    text = "\n".join([words(app), *(figure["alt"] for figure in figures(app).values())])
    assert [said for said in truth.must if said not in text] == []
    assert [said for said in truth.never if said in text] == []


def test_a_corrected_rule_names_questions_that_are_there_and_stands_in_both_languages() -> None:
    known = {ask.__name__ for ask in questions.ALL_QUERIES}
    for rule in corrected_rules.load_rules():
        assert set(rule.questions) <= known
        assert rule.en
        assert rule.fr
        assert not WRONG_SPACES.search(rule.fr), rule.fr
