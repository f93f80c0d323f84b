"""What the pages say of launches, over the frozen data of 27 November 2026.

Each finding of a reader who checked: a link, what must stand on it, and what must not. A sentence that
misled stands here for its kind.
"""

from functools import cache

import pytest

from tests.app_pages.running import block_words, whole_page

MOMENT = "2026-11-27T12:00:00Z"
TABS = ("growth", "averages", "disagreements", "launches", "method")
FRANCE = {"day0": "country", "country": "fr"}


@cache
def said(page: str, link: tuple[tuple[str, str], ...]) -> str:
    """All that a page says, each tab of it: its texts, its tables, its figures with their alternatives."""
    return "\n".join(block_words(block) for block in whole_page(page, **dict(link) | {"as_of": MOMENT}))


CASES: list[tuple[str, str, dict[str, str], list[str], list[str]]] = [
    (
        "F1 averages divide by the days of their own claim, from the iPhone",
        "launch",
        {"lang": "en", "day0": "ios"},
        ["Copilot 120K to 127K a day over the 17 days from its launch on 20 Dec 2023"],
        ["228K", "239K", "over 9 days"],
    ),
    (
        "F1 and from Android, in French",
        "launch",
        {"lang": "fr", "day0": "android"},
        ["343\u00a0k à 363\u00a0k par jour", "sur les 51 jours depuis son lancement le 18 mai 2023"],
        ["2,5\u00a0M à 2,64", "14,4\u00a0k"],
    ),
    (
        "F1 and from a country's launch",
        "launch",
        {"lang": "en", **FRANCE},
        ["447K to 528K a day", "143K to 147K a day", "over the 31 days from its launch on 13 Nov 2024"],
        ["654K", "22.7K"],
    ),
    (
        "F1 and from the web",
        "launch",
        {"lang": "en", "day0": "web"},
        ["Le Chat at least 66.6K a day over the 15 days from its launch on 6 Feb 2025"],
        ["2.77K"],
    ),
    (
        "F2 another day 0 makes no winner: Android",
        "launch",
        {"lang": "en", "day0": "android"},
        [
            "1M downloads: Le Chat by day 14, says Mistral AI; Copilot by day 16, if Appfigures’ estimate holds",
            "ChatGPT: by day 0, counted from its Android launch, with 44 to 74 days of iPhone and iPad before it",
            "Day 14: of no two launches can it be told which was ahead",
        ],
        ["ChatGPT day 0, Le Chat", "at the latest: ChatGPT", "ahead of Copilot"],
    ),
    (
        "F2 another day 0 makes no winner: iPhone",
        "launch",
        {"lang": "en", "day0": "ios", "goal": "100000000"},
        [
            "100M downloads: ChatGPT by day 575, if Appfigures’ estimate holds",
            "Gemini: by day 306, counted from its iPhone and iPad launch, with 279 days of Android before it",
            "Copilot: not yet by day 551, counted from its iPhone and iPad launch, with 8 days of Android before it",
        ],
        ["Gemini day 306 and ChatGPT", "ahead of DeepSeek"],
    ),
    (
        "F2 another day 0 makes no winner: France",
        "launch",
        {"lang": "en", "goal": "100000000", **FRANCE},
        [
            "100M downloads: no bound of these launches may be compared",
            "Gemini: by day 442–471, counted from",
        ],
        ["Gemini day 471 and ChatGPT day 569", "ahead of Copilot"],
    ),
    (
        "F7 F18 floors are rounded down and no estimate is sure",
        "launch",
        {"lang": "en", "apps": "le-chat"},
        ["Le Chat: at least 1.55M by day 434, if AppBrain’s estimate holds"],
        ["surely", "1.6M by day 434"],
    ),
    (
        "F7 the weakest copy of a statement bounds it, whatever number it gives",
        "launch",
        {"lang": "en", "platform": "ios"},
        ["ChatGPT: at least 29.45M by day 770, if Similarweb’s estimate holds"],
        ["29.6M by day", "29.55M by day"],
    ),
    (
        "F8 F9 F12 F16 F17 F31 the default page",
        "launch",
        {"lang": "en"},
        [
            "at least 66.6K a day",
            "at least 1.11M a day",
            "from about 500M to 800M in 189 days",
            "at that pace it doubles in 205 to 423 days",
            "ChatGPT by 44 to 74 days (Android, July 2023)",
            "Gemini: no count before day 309, then 64M",
            "which came first cannot be told",
            "Day 14: of no two launches can it be told which was ahead",
            "ChatGPT: at least 900M by day 805, if Sensor Tower’s estimate holds",
            "1 Jan 2025 to 30 Sep 2025: ChatGPT 410.8M, Gemini 131.1M, and DeepSeek 79.2M, if Appfigures’ estimates hold",
        ],
        [
            "66.7K",
            "1.12M",
            "doubled in",
            "by 44 days",
            "and Gemini day 309",
            "ChatGPT ahead of DeepSeek",
            "surely",
        ],
    ),
    (
        "F9 F18 the same in French",
        "launch",
        {"lang": "fr"},
        ["à ce rythme, doublement en 205 à 423 jours", "si l’estimation de Sensor Tower est juste"],
        ["à coup sûr", "rien n’est tracé", "qui gardent le leur"],
    ),
    (
        "F12 days since a launch known by its month are a range",
        "launch",
        {"lang": "en", "platform": "android", "apps": "chatgpt,gemini", "goal": "100000000"},
        ["≤\u00a0501–531"],
        ["surely"],
    ),
    (
        "F16 a world race counts from no single country's store page",
        "launch",
        {"lang": "en", "apps": "grok,perplexity,claude"},
        [
            "Grok: by day 174, counted from its release in one country’s store: no other launch date is known",
            "Perplexity: no count before day 917, then 43.1M",
            "Claude: no count before day 226, then 4M",
        ],
        ["Grok day 174", "Grok by day 174"],
    ),
    (
        "F16 the one page tells each alone",
        "brief",
        {"lang": "en", "apps": "le-chat,gemini,deepseek", "rivals": "gemini,deepseek"},
        ["no count before day 309, then 64M"],
        ["by day 309**"],
    ),
    (
        "F31 one assistant keeps its own day 0, a day is no fastest period, about stays about",
        "launch",
        {"lang": "en", "day0": "android", "apps": "deepseek,meta-ai"},
        [
            "no such launch is known of DeepSeek, which keeps its own",
            "Meta AI: no count before about day 47, then 6.5M",
        ],
        ["which keep theirs", "fastest period"],
    ),
    (
        "F31 under five days is day 4 at the latest",
        "launch",
        {
            "lang": "en",
            "apps": "sora",
            "platform": "ios",
            "area": "country",
            "country": "us",
            "races": "every",
        },
        ["Sora"],
        ["≤\u00a05\n"],
    ),
]


@pytest.mark.parametrize(
    ("page", "link", "stands", "gone"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_page_says_what_is_right_and_not_what_misled(
    page: str, link: dict[str, str], stands: list[str], gone: list[str]
) -> None:
    text = said(page, tuple(link.items()))
    assert [sentence for sentence in stands if sentence not in text] == []
    assert [sentence for sentence in gone if sentence in text] == []
