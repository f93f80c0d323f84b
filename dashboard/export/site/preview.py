"""Title, description and first figure of a page, for previews of links to it."""

from html import unescape

from dashboard.export.html import render_inline, render_markdown, strip_tags
from dashboard.sections.blocks import Block, Figure, Heading, Text, flatten

MAX_LENGTH = 300  # of a description [characters]


def first_figure(blocks: list[Block]) -> Figure | None:
    """The page's first figure."""
    figures = (block for block in flatten(blocks) if isinstance(block, Figure) and block.figure is not None)
    return next(figures, None)


def description(blocks: list[Block]) -> str:
    """The finding of the first figure, else the page's first text; plain text of at most MAX_LENGTH characters."""
    figure = first_figure(blocks)
    html = render_inline(figure.title) if figure else render_markdown(_first_text(blocks))
    text = unescape(strip_tags(html))
    return text if len(text) <= MAX_LENGTH else f"{text[: MAX_LENGTH - 2].rsplit(' ', 1)[0]} …"


def title(blocks: list[Block]) -> str:
    """The page's own name, as plain text."""
    headings = (
        block.markdown for block in flatten(blocks) if isinstance(block, Heading) and block.level == 1
    )
    return unescape(strip_tags(render_inline(next(headings))))


def _first_text(blocks: list[Block]) -> str:
    """The first text of the page."""
    return next((block.markdown for block in flatten(blocks) if isinstance(block, Text)), "")
