"""Texts that hold no derived number: the app's own fixed words, and words of claims as they were recorded."""

from functools import cache

from tests.reference.draw import wording
from tests.reference.draw.links import Link
from tests.reference.snapshots import Snapshots

DATASETS = ("launches", "milestones", "reported_ranks", "events", "features", "sources", "conflicts")
LONGEST_NAME = 5  # characters that a fixed text has at least, to be one and no number
SHORTEST = 8  # characters of a recorded text that tell it from chance


@cache
def _fixed(lang: str) -> frozenset[str]:
    texts = [text for text in wording.french() if isinstance(text, str) and not wording.FIELD.search(text)]
    return frozenset(wording.plain(form) for text in texts for form in wording.said(text, lang))


@cache
def _catalogue() -> tuple[str, ...]:
    """What the catalogue says of metrics and collections, in either language."""
    entries = [entry for kind in ("metrics", "collections") for entry in wording.catalog()[kind]]
    texts = {wording.plain(str(value)) for entry in entries for value in entry.values()}
    return tuple(text for text in texts if any(map(str.isdigit, text)))


def is_fixed(text: str, lang: str) -> bool:
    """Whether a text is the same on every page: its numbers are words."""
    return text in _fixed(lang)


def in_catalogue(text: str, start: int, end: int) -> bool:
    """Whether a number stands in words of the catalogue."""
    at = [(text.find(known), len(known)) for known in _catalogue()]
    return any(first >= 0 and first <= start and end <= first + length for first, length in at)


def in_fixed(text: str, start: int, end: int, lang: str) -> bool:
    """Whether a number stands in words of the app that are the same everywhere: a rule of method, a legend."""
    long = [known for known in _fixed(lang) if len(known) >= LONGEST_NAME and any(map(str.isdigit, known))]
    at = [(text.find(known), len(known)) for known in long]
    return any(first >= 0 and first <= start and end <= first + length for first, length in at)


_TEXTS: dict[int, list[str]] = {}


def _recorded(data: Snapshots) -> list[str]:
    if id(data) not in _TEXTS:
        rows = [row for name in DATASETS for row in data.claims(name)]
        texts = {value for row in rows for value in row.values() if isinstance(value, str)}
        _TEXTS[id(data)] = sorted(wording.plain(text) for text in texts if any(map(str.isdigit, text)))
    return _TEXTS[id(data)]


def is_quoted(link: Link, text: str, start: int, end: int) -> bool:
    """Whether the number stands in words that a claim or a source was recorded with."""
    for recorded in _recorded(link.data):
        at = text.find(recorded)
        while at >= 0:
            if at <= start and end <= at + len(recorded) and len(recorded) >= max(SHORTEST, end - start + 3):
                return True
            at = text.find(recorded, at + 1)
    return False
