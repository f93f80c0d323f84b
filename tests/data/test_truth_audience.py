"""Statements that were once wrong or misled: each link, the words that must stand there and those that must not."""

from functools import cache

import pytest

from dashboard.sections.blocks import Block, Figure
from tests.app_pages.running import block_words, open_page, unfold, whole_page

TABS = {"competitors": ("audience", "downloads", "ratings", "features")}
JANUARY_TO_SEPTEMBER = "January to September 2025, Appfigures, estimated"


@cache
def said(link: str) -> str:
    """All that a reader of the page meets: texts, tables, figures in words, marks and what the pointer meets."""
    page, _, query = link.partition("?")
    blocks = whole_page(page, **dict(part.split("=", 1) for part in query.split("&")))
    return plain("\n".join([*map(block_words, blocks), *_marks(blocks)]))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _marks(blocks: list[Block]) -> list[str]:
    """The texts of marks and of the pointer."""
    figures = [block.figure for block in blocks if isinstance(block, Figure) and block.figure]
    traces = [trace for figure in figures for trace in figure.data]
    marks = [getattr(trace, part, None) for trace in traces for part in ("text", "customdata")]
    return [
        str(text)
        for mark in marks
        if mark is not None
        for text in ([mark] if isinstance(mark, str) else mark)
    ]


BRIEF_US = "country=us&apps=chatgpt,claude,gemini&rivals=claude,gemini&from=2026-04-10&to=2026-08-08"
BRIEF_DE = "country=de&category=productivity&apps=deepseek,chatgpt,perplexity&rivals=chatgpt,perplexity&goal=10000000"
SIX = "apps=le-chat,chatgpt,gemini,copilot,deepseek,perplexity"
STANDS = [
    # F4: an undated claim passes no choice of days, and what was once claimed stays claimed
    ("F4", f"brief?lang=en&{BRIEF_US}", f"**≥ 410.8M**, {JANUARY_TO_SEPTEMBER}"),
    ("F4", f"brief?lang=en&{BRIEF_US}", "**≥ 900M**, weaker evidence, July 2025, Sensor Tower, estimated"),
    ("F4", f"brief?lang=fr&{BRIEF_US}", "**≥ 900 M**, moins bien établi, juillet 2025, Sensor Tower, estimé"),
    ("F4", "brief?lang=en&apps=chatgpt,claude&from=2023-05-01&to=2023-05-23", "≥ 500K**, iPhone and iPad, United States, 18 May 2023 to 22 May 2023, data.ai"),
    # F5: downloads of a period are a floor of the total
    ("F5", f"brief?lang=en&{BRIEF_DE}", f"**≥ 79.2M**, {JANUARY_TO_SEPTEMBER}"),
    ("F5", f"brief?lang=en&{BRIEF_DE}", f"**≥ 43.1M**, {JANUARY_TO_SEPTEMBER}"),
    ("F5", f"brief?lang=fr&{BRIEF_DE}", "**≥ 79,2 M**, janvier à septembre 2025, Appfigures, estimé"),
    # F11: platform in head, mark and hover; floors stay floors on marks
    ("F11", "competitors?lang=en&country=no&apps=chatgpt,gemini", "<b>Users, Android</b>"),
    ("F11", "competitors?lang=en&country=no&apps=chatgpt,gemini", "about 22.5M, Android<br>about August 2023"),
    ("F11", "competitors?lang=en&country=no&apps=chatgpt,gemini", "ChatGPT ≈ 22.5M</b> · about August 2023 · Similarweb"),
    ("F11", "competitors?lang=en&country=no&apps=chatgpt,gemini", "<b>Gemini ≥ 900M</b>"),
    ("F11", "competitors?lang=fr&country=no&apps=chatgpt,gemini", "<b>ChatGPT ≥ 1 Md</b>"),
    (
        "F11",
        "competitors?lang=en&country=gb&apps=chatgpt&from=2023-08-01&to=2023-12-01",
        "ChatGPT about 22.5M (Similarweb’s estimate, Android, about August 2023)",
    ),
    # F15: who estimated whom
    (
        "F15",
        "competitors?lang=en&apps=chatgpt&from=2025-03-01&to=2025-04-30",
        "ChatGPT about 600M (Google’s estimate, March 2025)",
    ),
    ("F15", "competitors?lang=en&apps=chatgpt&from=2025-03-01&to=2025-04-30", "Google, read at hmjournal.com"),
    # F19: core cards
    ("F19", "overview?lang=en", "**estimated** by data.ai, as [begeek.fr]"),
    ("F19", "overview?lang=fr", "**estimé** par data.ai, repris par [begeek.fr]"),
    ("F19", "overview?lang=en", "in 14 days · platform and country not stated · **reported** by Mistral AI"),
    ("F19", "overview?lang=fr", "en 14 jours · plateforme et pays non précisés"),
    # F20: the launch row of the brief
    ("F20", "brief?lang=en", "**6 Feb 2025**, iPhone and iPad; Android ["),
    ("F20", "brief?lang=en&rivals=gemini,deepseek,perplexity", "**28 Mar 2023**, platform not stated ["),
    ("F20", "brief?lang=en&rivals=gemini,deepseek", "**10 Jan 2025**, iPhone and iPad, France, release date in"),
    ("F20", "brief?lang=en&rivals=gemini,deepseek", "[Appfigures]("),
    ("F20", "brief?lang=en&rivals=gemini,deepseek", "[zeniteq.com]("),
    # F21: months, quarters and parts of them
    ("F21", "competitors?lang=en", "Copilot, April to June 2025: about 23M (Sensor Tower’s estimate)"),
    ("F21", "competitors?lang=fr", "Copilot, avril à juin 2025 : environ 23 M (estimation de Sensor Tower)"),
    ("F21", "competitors?lang=en", "ChatGPT at least 1B (Sensor Tower’s estimate, app users, May 2026)"),
    ("F21", "competitors?lang=en&apps=claude", "(Sensor Tower’s estimate, app users, 1 Apr 2026 to 4 Jun 2026)"),
    ("F21", "competitors?lang=en&metric=dau", "ChatGPT about 4.3M (Médiamétrie’s estimate, visitors, site and app, May 2025)"),
    # F22 and the best evidence first: the measurer that nobody names stands below
    (
        "F22",
        "competitors?lang=en",
        "ChatGPT about 18.4M (Médiamétrie’s estimate, visitors, site and app, May 2025)",
    ),
    ("F22", "competitors?lang=en", "Mistral AI and Le Chat together<br>measurer not named, weaker evidence"),
    ("F22", "competitors?lang=en", "measurer not named, read at ailabsaudit.com"),
    ("F22", "competitors?lang=fr", "auteur de la mesure non nommé, lu chez ailabsaudit.com"),
    ("F22", "competitors?lang=en", "<b>What is counted is not said</b><br>measurer not named, weaker evidence"),
    ("F22", "brief?lang=fr", "Mistral AI et Le Chat ensemble, septembre 2025"),
    # F27: what stood under another name
    ("F27", "overview?lang=en&country=gb", "“Microsoft 365 Copilot” (id 541164041) counts as Copilot from 15 Sep 2026"),
    ("F27", "rank?lang=fr&country=gb", "«\u202fMicrosoft 365 Copilot\u202f» (identifiant 541164041) compte comme Copilot"),
    ("F27", "brief?lang=en&country=gb", "“Microsoft 365 Copilot” (id 541164041)"),
    # F29: features
    ("F29", "brief?lang=en&rivals=chatgpt", "Pro\\: 200 EUR a month (Feb 2026, France, unverified)"),
    ("F29", "competitors?lang=en", "inside the text chat,"),
    ("F29", "competitors?lang=en&apps=le-chat", "says Mistral of a"),
    # F31: numbers as counted, words in one language
    ("F31", "competitors?lang=en&country=no", "ChatGPT 115,214 ratings (2,318 new in 6.9 days)"),
    ("F31", "competitors?lang=fr&country=no", "2 318 nouvelles en 6,9 jours"),
    ("F31", "brief?lang=fr", "Mistral AI (lu dans la copie de flux"),
    # weak sources, and names whole in the footnotes
    ("weak", "competitors?lang=en", "at least 1B, app users<br>May 2026, estimated<br>Sensor Tower, read at ProPakistani"),
    ("weak", "competitors?lang=en&metric=wau", "ChatGPT about 900M (The Information, December 2025)"),
    ("weak", "competitors?lang=en&metric=wau", "about 900M<br>February 2026, reported<br>OpenAI, read at onechatai.ai"),
    ("weak", f"brief?lang=en&{BRIEF_US}", f"**≥ 131.1M**, {JANUARY_TO_SEPTEMBER}"),
    ("weak", f"brief?lang=en&{BRIEF_US}", "[tempmail.email blog (on data of Appfigures)]"),
    ("weak", "brief?lang=en&apps=chatgpt&rivals=claude", "[AFP (read at pesesurstart.com)]"),
    ("weak", "sources?lang=en", "Every source has one of four tiers"),
    # an ordered list of bounds reads as a podium: the reader's order, each alone
    ("F16", "competitors?lang=en", "Gemini by day 585, if Appfigures’ estimates hold; which came first cannot be told"),
]  # fmt: skip
STANDS_NOT = [
    ("F4", f"brief?lang=en&{BRIEF_US}", "undated"),
    ("F4", f"brief?lang=fr&{BRIEF_US}", "500 k"),
    ("F5", f"brief?lang=en&{BRIEF_DE}", "40M"),
    ("F11", "competitors?lang=en&country=no&apps=chatgpt,gemini", "ChatGPT 22.5M"),
    ("F11", "competitors?lang=en&country=no&apps=chatgpt,gemini", "Gemini 900M"),
    ("F15", "competitors?lang=en&apps=chatgpt&from=2025-03-01&to=2025-04-30", "600M (hmjournal"),
    ("F19", "overview?lang=en", "stated by begeek.fr"),
    ("F19", "overview?lang=en", "all platforms, World"),
    ("F20", "brief?lang=en", "**6 Feb 2025**, Android"),
    ("F20", "brief?lang=en&rivals=gemini,deepseek,perplexity", "**28 Mar 2023**, iPhone"),
    ("F20", "brief?lang=en&rivals=gemini,deepseek", "AIbase"),
    ("F21", "competitors?lang=en", "31 May 2026"),
    ("F21", "competitors?lang=en", "30 Sep 2025"),
    ("F21", "competitors?lang=en", "30 Jun 2025"),
    ("F21", "competitors?lang=fr", "31 mai"),
    ("F21", "brief?lang=en", "30 Sep 2025"),
    ("F22", "competitors?lang=en", "Monthly users, France: ChatGPT about 21.6M"),
    ("F22", "brief?lang=en", "1.5M**, visitors"),
    ("F22", "brief?lang=en", "unnamed"),
    ("F22", "competitors?lang=fr", "unnamed"),
    ("F29", "brief?lang=en&rivals=chatgpt", "a month (Feb 2026) "),
    ("F29", "competitors?lang=en", "not in the EU at first"),
    ("F31", "competitors?lang=en&country=no", "2,338 new"),
    ("F31", "competitors?lang=en&country=no", "new a week)"),
    ("F31", "brief?lang=fr", "read through"),
    ("F31", "brief?lang=fr", "(on Appfigures"),
    ("F31", "competitors?lang=fr", "(on Bloomberg"),
    ("weak", "brief?lang=en&apps=gemini&rivals=chatgpt", "[tempmail.email blog]"),
    ("weak", "brief?lang=en&apps=copilot&rivals=chatgpt", "[Business Standard]("),
]


@pytest.mark.parametrize(("finding", "link", "sentence"), STANDS)
def test_what_is_right_stands_behind_the_link(finding: str, link: str, sentence: str) -> None:
    assert plain(sentence) in said(link), finding


@pytest.mark.parametrize(("finding", "link", "sentence"), STANDS_NOT)
def test_what_was_wrong_stands_there_no_more(finding: str, link: str, sentence: str) -> None:
    assert plain(sentence) not in said(link), finding


def test_no_claim_without_a_date_stands_in_any_table_of_chosen_days() -> None:
    app = unfold(
        open_page(
            "competitors",
            lang="en",
            tab="downloads",
            apps="chatgpt",
            **{"from": "2023-05-01", "to": "2026-10-10"},
        )
    )
    periods = [table.value["Period"] for table in app.dataframe if "Period" in table.value]
    assert periods
    assert not [cell for cells in periods for cell in cells if cell == "undated"]


def test_a_table_says_what_a_source_does_not_state_and_how_good_the_source_is() -> None:
    app = unfold(open_page("overview", lang="en"))
    (core,) = [table.value for table in app.dataframe if {"Qualifier", "Evidence"} <= set(table.value)]
    told = core.set_index("Claim")
    le_chat = told[told["Assistant"] == "Le Chat"].iloc[0]
    assert (le_chat["Platform"], le_chat["Where"]) == ("not stated", "not stated")
    assert set(core["Evidence"]) == {"a named measurer, quoted"}
