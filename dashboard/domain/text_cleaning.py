"""Text that others wrote, made safe to store: one place for every dataset, used where rows come in.

What a reader cannot see, or what changes how other text is read, is no part of a name: control
characters, the marks that turn the direction of writing, half a surrogate pair. Raw answers keep them.
"""

import re
import unicodedata
from typing import Any

MAX_LENGTH = 500  # characters of one text; what is longer is cut and says so by an ellipsis
ELLIPSIS = "…"
RIGHT_TO_LEFT = {"R", "AL", "AN"}
# Controls (C0, C1), marks of direction, invisible separators, lone surrogates, what XML does not allow.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\ud800-\udfff]"
)
# Whatever begins a new line or stands for a space in the middle of one.
BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+ *")


def clean_text(text: str, limit: int = MAX_LENGTH) -> str:
    """The text on one line, without what cannot be seen, at most `limit` characters long."""
    seen = INVISIBLE.sub("", BREAKS.sub(" ", text)).strip(" ")
    return seen if len(seen) <= limit else seen[: limit - 1].rstrip() + ELLIPSIS


def has_invisible(text: str) -> bool:
    """Whether the text holds what `clean_text` would take out or set on one line."""
    return bool(INVISIBLE.search(text) or BREAKS.search(text))


def clean_json(value: Any, limit: int = MAX_LENGTH) -> str:
    """A value of an answer, whatever it is, as text for a message."""
    return clean_text(repr(value), limit)


def bidi_isolate(text: str) -> str:
    """The text between marks of isolation where it is written from right to left.

    Without them the numbers and names of the sentence around it change their places.
    """
    foreign = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text)
    return f"\u2068{text}\u2069" if foreign else text
