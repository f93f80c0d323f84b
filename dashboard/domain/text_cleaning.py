"""Cleaning of foreign text before it is stored, in every dataset.

Invisible characters and those that change how other text is read are removed: control characters, marks that turn the
direction of writing, lone surrogates. Raw answers keep them.
"""

import re
import unicodedata
from typing import Any

MAX_LENGTH = 500  # of one text [characters]; a longer one ends in an ellipsis
ELLIPSIS = "…"
RIGHT_TO_LEFT = {"R", "AL", "AN"}
# Controls (C0, C1), marks of direction, invisible separators, lone surrogates, what XML does not allow.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\ud800-\udfff]"
)
# Line breaks, tabs and what else is written as a space within a line.
BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+ *")


def clean_text(text: str, limit: int = MAX_LENGTH) -> str:
    """The text on one line, without invisible characters, at most `limit` characters long."""
    visible = INVISIBLE.sub("", BREAKS.sub(" ", text)).strip(" ")
    return visible if len(visible) <= limit else visible[: limit - 1].rstrip() + ELLIPSIS


def has_invisible(text: str) -> bool:
    """True where `clean_text` would remove or replace a character."""
    return bool(INVISIBLE.search(text) or BREAKS.search(text))


def clean_json(value: Any, limit: int = MAX_LENGTH) -> str:
    """A JSON value as text for a message."""
    return clean_text(repr(value), limit)


def bidi_isolate(text: str) -> str:
    """The text between isolation marks where it has letters written from right to left.

    Without them the numbers and names of the sentence around it would be reordered.
    """
    is_right_to_left = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text)
    return f"\u2068{text}\u2069" if is_right_to_left else text
