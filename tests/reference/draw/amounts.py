"""Whether a number as a page shows it is what was derived."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Any

from tests.reference.draw import wording

MONTHS = r"[^\W\d]{3,9}\.?"
MOMENT = rf"(?:1er|\d{{1,2}}) {MONTHS} \d{{4}}(?:, \d\d:\d\d UTC)?"
MONTH = r"(?<!\d )\b(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|janv\.|févr\.|avr\.|juil\.|sept\.|oct\.|nov\.|déc\.) \d{4}"
DIGITS = r"(?:\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?"
QUANTITY = rf"(?<![\w.,/\[-])[+\u2212-]?{DIGITS}(?: ?(?:K|M|B|k|Md)\b)?(?:st|nd|rd|th|er|e)?(?![\w-])"
SHOWN = re.compile(f"{MOMENT}|{MONTH}|{QUANTITY}")
SCALE = {"": 0, "K": 3, "k": 3, "M": 6, "B": 9, "Md": 9}
MONTH_DIGITS = len("2025-02")
ROUNDINGS = {"down": ROUND_FLOOR, "up": ROUND_CEILING, "near": ROUND_HALF_EVEN}


@dataclass(frozen=True)
class Rounded:
    """A number that may be shown with fewer digits, rounded down, up or to the nearest."""

    value: float
    way: str = "near"


@dataclass(frozen=True)
class OneOf:
    """Any of several, where the words do not tell which."""

    values: tuple[Any, ...]


@dataclass(frozen=True)
class AllOf:
    """Several numbers that one cell holds."""

    values: tuple[Any, ...]

    def holds(self, text: str, lang: str) -> bool:
        """Whether the cell holds these numbers and no other."""
        shown = SHOWN.findall(_plain(text).replace("\u2013", " \u2013 "))
        told = {value for value in self.values if value is not None}
        known = all(any(agrees(one, value, lang) for value in told) for one in shown)
        return known and all(any(agrees(one, value, lang) for one in shown) for value in told)


@dataclass(frozen=True)
class EachOf:
    """Several numbers of a cell, each of which is one of some."""

    values: tuple[Any, ...]

    def holds(self, text: str, lang: str) -> bool:
        shown = SHOWN.findall(_plain(text))
        return bool(shown) and all(agrees(one, OneOf(self.values), lang) for one in shown)


@dataclass(frozen=True)
class Partial:
    """A date as exact as it is known: 2025-02."""

    iso: str


def one_of(values: Iterable[Any]) -> OneOf:
    return OneOf(tuple(dict.fromkeys(values)))


def agrees(shown: str, derived: Any, lang: str) -> bool:
    """Whether what is shown says what was derived, in its language and to its digits."""
    match derived:
        case OneOf(values):
            same = any(agrees(shown, value, lang) for value in values)
        case Rounded(value, way):
            same = _to_its_digits(shown, value, way, lang)
        case Partial(iso):
            same = shown in _forms(iso, lang)
        case datetime():
            cells = f"{derived:%Y-%m-%d %H:%M}", f"{derived:%Y-%m-%d}"
            same = shown in (
                *cells,
                _plain(wording.moment(derived, lang)),
                _plain(wording.day(derived, lang)),
            )
        case date():
            same = shown == _plain(wording.day(derived, lang))
        case _:
            same = derived is not None and number(shown, lang) == Decimal(str(derived))
    return same


def _forms(iso: str, lang: str) -> list[str]:
    long = _plain(wording.partial(iso, lang))
    return [long, _plain(wording.short(iso, lang))] if len(iso) == MONTH_DIGITS else [long]


def _plain(text: str) -> str:
    return wording.SPACES.sub(" ", text)


def number(shown: str, lang: str) -> Decimal | None:
    """What is shown, as a number."""
    parts = re.fullmatch(r"([+\u2212-]?)([\d., ]*?\d) ?(K|M|B|k|Md)?(?:st|nd|rd|th|er|e)?", shown)
    if not parts:
        return None
    sign, digits, scale = parts.groups()
    value = Decimal(_decimal(digits, lang)).scaleb(SCALE[scale or ""])
    return -value if sign in ("\u2212", "-") else value


def _decimal(digits: str, lang: str) -> str:
    if lang == "fr":
        return digits.replace(" ", "").replace(",", ".")
    return digits.replace(",", "")


def _to_its_digits(shown: str, value: float, way: str, lang: str) -> bool:
    said = number(shown, lang)
    if said is None:
        return False
    parts = re.search(r"([\d., ]*\d) ?(K|M|B|k|Md)?", shown)
    assert parts
    digits = _decimal(parts[1], lang)
    places = len(digits.partition(".")[2])
    step = Decimal(1).scaleb(SCALE[parts[2] or ""] - places)
    exact = Decimal(str(value))
    return said == (exact / step).quantize(Decimal(1), ROUNDINGS[way]) * step
