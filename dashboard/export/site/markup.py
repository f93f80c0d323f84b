"""The app's Markdown as HTML; icons and badges of Streamlit are words."""

import re

from dashboard.export import markdown

_ICON = re.compile(r":material/\w+:\s*")
_BADGE = re.compile(r":\w+-badge\[([^\]]*)\]")
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


def block(text: str) -> str:
    """Paragraphs and lists."""
    return markdown.block(_bare(text)).strip()


def inline(text: str) -> str:
    """Words within a line."""
    return markdown.inline(_bare(text))


def plain(html: str) -> str:
    """Words without their tags, for titles and previews; still escaped as HTML."""
    return _SPACE.sub(" ", _TAG.sub(" ", html)).strip().replace(" ,", ",").replace(" .", ".")


def _bare(text: str) -> str:
    return _BADGE.sub(r"\1", _ICON.sub("", text))
