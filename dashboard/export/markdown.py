"""Markdown as HTML; HTML in it stays text, also where it looks like a tag."""

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def block(text: str) -> str:
    """Paragraphs and lists."""
    return str(_MARKDOWN.render(text))


def inline(text: str) -> str:
    """Words within a line."""
    return str(_MARKDOWN.renderInline(text))
