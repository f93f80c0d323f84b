"""The words that numbers stand in, in both languages: the app's texts as patterns, names of codes, dates."""

import os
import re
import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, dates
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[3]
PO = ROOT / "dashboard" / "text" / "locale" / "fr" / "LC_MESSAGES" / "palmares.po"
DATA = Path(os.environ.get("PALMARES_DATA") or ROOT / "data")  # of the pages that are drawn from
CATALOG = DATA / "catalog.toml"
ANYTHING = r"[^\n;·]+?"
DAYS = rf"[^\n;·]*?\d [^\W\d]+|{ANYTHING}"  # 1,294 days
FIELD = re.compile(r"\{(\w+)\}")
SPACES = re.compile(r"[\u00a0\u202f]")
LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)")
MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*|(?<!\w)\*|\*(?!\w)|</?b>")
AREAS = {
    "world": "World",
    "world-ex-eu": "World without the EU",
    "eu": "European Union",
    "gb+eu": "United Kingdom and EU",
    "us+ca": "United States and Canada",
    "us+others": "United States and others",
    "unstated": "Not stated",
}


def plain(text: str) -> str:
    """What a reader sees of markdown: no marks, no addresses, every space a plain one."""
    bare = LINK.sub(r"\1", text)
    return SPACES.sub(" ", MARKS.sub(lambda mark: mark.group(1) or "", bare)).replace("<br>", " ")


@cache
def french() -> dict[str, tuple[str, ...]]:
    """Each English text with its French ones, singular first."""
    with PO.open("rb") as stream:
        entries = list(read_po(stream, locale="fr"))
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        english = (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)
        strings = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        found |= dict.fromkeys(english, strings)
    return found


def said(text: str, lang: str) -> tuple[str, ...]:
    """The forms that a text takes in a language."""
    return (text,) if lang == "en" else french().get(text, (text,))


@cache
def catalog() -> dict[str, Any]:
    return tomllib.loads(CATALOG.read_text("utf-8"))


@cache
def apps(lang: str) -> dict[str, str]:
    """Name of an app -> its code."""
    return {app.get(f"name_{lang}", app["name"]): app["id"] for app in catalog()["apps"]}


def terms(kind: str, lang: str) -> dict[str, str]:
    """Name of a store, chart, category, metric or feature -> its code."""
    return {plain(entry[lang]): entry["id"] for entry in catalog()[kind]}


@cache
def places(lang: str) -> dict[str, str]:
    """Name of a storefront or an area -> its code."""
    named = {Locale(lang).territories[code.upper()]: code for code in catalog()["storefronts"]}
    return named | {plain(form): code for code, text in AREAS.items() for form in said(text, lang)}


def day(moment: date, lang: str) -> str:
    """6 Feb 2025; 1er févr. 2025."""
    text = dates.format_date(moment, "d MMM y", locale=lang)
    return text.replace("1", "1er", 1) if lang == "fr" and moment.day == 1 else text


def moment(at: datetime, lang: str) -> str:
    return f"{day(at, lang)}, {at:%H:%M} UTC"


def short(iso: str, lang: str) -> str:
    """A month in few signs: Feb 2025."""
    return str(dates.format_date(date.fromisoformat(f"{iso}-01"), "MMM y", locale=lang))


def partial(iso: str, lang: str) -> str:
    """A date as exact as it is known."""
    if len(iso) == 10:
        return day(date.fromisoformat(iso), lang)
    if len(iso) == 4:
        return iso
    return str(dates.format_date(date.fromisoformat(f"{iso}-01"), "MMMM y", locale=lang))


@cache
def pattern(text: str, lang: str, **fields: str) -> list[re.Pattern[str]]:
    """A text of the app as patterns that find it; each field is a group."""
    names = "|".join(sorted(map(re.escape, apps(lang)), key=len, reverse=True))

    def group(field: str) -> str:
        kinds = {"days": DAYS} | dict.fromkeys(("app", "rival", "leader"), names)
        kind = fields.get(field) or kinds.get(field, ANYTHING)
        return f"(?P<{field}>{kind})"

    found = []
    for form in said(text, lang):
        pieces = FIELD.split(plain(form))
        seen: set[str] = set()
        body = ""
        for number, piece in enumerate(pieces):
            if number % 2 == 0:
                body += re.escape(piece)
            else:
                body += f"(?P={piece})" if piece in seen else group(piece)
                seen.add(piece)
        end = r"(?=$|[\s.,;·)\n])" if form.endswith("}") else ""
        found.append(re.compile(body + end))
    return found
