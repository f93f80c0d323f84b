"""Escaping of text from stores and publishers: one function per output format.

Foreign text never becomes markup, a link or a formula; right-to-left text is isolated from the sentence around it. All
that builds sentences, figures, feeds or CSV of such text calls these functions.
"""

import re
from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd

from dashboard.domain.text_cleaning import bidi_isolate, clean_text


def strip_tags(label: str, line_break: str = " ") -> str:
    """A figure's label without HTML tags, for alternative texts."""
    return label.replace("<br>", line_break).replace("<b>", "").replace("</b>", "")


Escape = Callable[[str], str]
MAX_CHARACTERS = 4000  # of foreign text in a sentence
WORD_JOINER = "\u2060"  # zero width, no break: breaks up addresses and Plotly's templates
_MARKDOWN = re.compile(r"([\\`*_\[\]$~|<>#:&])")
_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])(?=\s|[-=]*\s*$)")  # what would begin a list, a heading or a rule
_ADDRESS = re.compile(r"https?(?=\\?:)|www(?=\.)|@(?=[\w-])", re.IGNORECASE)
_TEMPLATE = re.compile(r"%(?=\{)")
_FORMULA = re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]")
_TARGET = str.maketrans(
    {"(": "%28", ")": "%29", "[": "%5B", "]": "%5D", "<": "%3C", ">": "%3E", "\\": "%5C", " ": "%20"}
)


def escape_markdown(text: str) -> str:
    """The text escaped for Markdown; addresses in it do not become links."""
    marked = _BLOCK.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", clean_text(text, MAX_CHARACTERS)))
    return bidi_isolate(_ADDRESS.sub(rf"\g<0>{WORD_JOINER}", marked))


def escape_html(text: str) -> str:
    """The text escaped for HTML, as in the labels and hovers of Plotly."""
    return bidi_isolate(
        escape(_TEMPLATE.sub(rf"%{WORD_JOINER}", clean_text(text, MAX_CHARACTERS)), quote=False)
    )


def escape_plain(text: str) -> str:
    """The text for plain-text output, as in alternative texts and feeds."""
    return bidi_isolate(clean_text(text, MAX_CHARACTERS))


def markdown_link(name: str, url: str) -> str:
    """A Markdown link whose name and address are escaped."""
    return f"[{escape_markdown(name)}]({link_target(url)})"


def link_target(url: str) -> str:
    """An address escaped for the parentheses of a Markdown link."""
    return url.translate(_TARGET)


def escape_formulas(rows: pd.DataFrame) -> pd.DataFrame:
    """A copy of the frame in which text that a spreadsheet would evaluate begins with an apostrophe."""
    escaped = rows.copy()
    for name in rows.select_dtypes(include=["object", "string"]).columns:
        escaped[name] = rows[name].map(_escape_formula)
    return escaped


def _escape_formula(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
