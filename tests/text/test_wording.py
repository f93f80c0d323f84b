"""The words that the interface gave up; those that a few texts still have become fewer, never more."""

import re

import pytest

from tests.text.test_translator import _translated

# Old term -> the texts that may still have it. Lower a number when texts are reworded; no new text may have one.
ENGLISH = {
    r"readings?": 47,  # snapshot
    r"places?": 40,  # rank
    r"cut-off": 11,  # outside the top N
    r"(?:un)?told": 7,  # inconclusive, comparable days
    r"held": 6,
    r"taken in": 3,  # added
    r"in these days": 6,  # in this period
    r"nobody looked": 1,  # no snapshot
    r"first places?": 2,  # no. 1
    r"surely|for sure|of late": 0,  # at least, recently
}
FRENCH = {
    r"seuil": 11,  # hors du top N
    r"magasins?": 11,  # boutique
    r"ces jours-là": 2,  # sur cette période
    r"déclarations?": 29,  # chiffre publié
    r"sortes?": 3,  # type
    r"dernière place": 1,  # dernier rang
    r"tranchent?": 0,  # indéterminé
    r"à coup sûr": 0,  # au moins
}


def _texts_with(pattern: str, texts: list[str]) -> list[str]:
    term = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    return [text for text in texts if term.search(text)]


@pytest.mark.parametrize(("term", "most"), ENGLISH.items(), ids=list(ENGLISH))
def test_no_new_english_text_has_an_old_term(term: str, most: int) -> None:
    found = _texts_with(term, list(_translated()))
    assert len(found) <= most, found


@pytest.mark.parametrize(("term", "most"), FRENCH.items(), ids=list(FRENCH))
def test_no_new_french_text_has_an_old_term(term: str, most: int) -> None:
    found = _texts_with(term, [text for texts in _translated().values() for text in texts])
    assert len(found) <= most, found
