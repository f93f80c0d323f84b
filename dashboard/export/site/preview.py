"""Title, description and first figure of a page, for previews of links to it."""

from collections.abc import Iterator
from html import unescape

from dashboard.export.html import strip_tags
from dashboard.export.site.blocks import Chart, Container, Heading, Part, Prose

ANSWERS = {"overview": "standing"}  # anchor of the heading whose text describes a page without a figure
MAX_LENGTH = 300  # of a description [characters]


def first_chart(parts: list[Part]) -> Chart | None:
    """The page's first figure."""
    return next((part for part in flatten(parts) if isinstance(part, Chart)), None)


def description(page: str, parts: list[Part]) -> str:
    """The heading of the first figure, else the page's first text; plain text of at most MAX_LENGTH characters."""
    text = unescape(strip_tags(_chart_heading(parts) or _first_prose(page, parts)))
    return text if len(text) <= MAX_LENGTH else f"{text[: MAX_LENGTH - 2].rsplit(' ', 1)[0]} …"


def title(parts: list[Part]) -> str:
    """The page's own name, as plain text."""
    headings = (part.html for part in flatten(parts) if isinstance(part, Heading) and part.level == 1)
    return unescape(strip_tags(next(headings)))


def flatten(parts: list[Part]) -> Iterator[Part]:
    """Every part in the order of reading, those within others too."""
    for part in parts:
        if isinstance(part, Container):
            yield from flatten(part.parts)
        else:
            yield part


def _chart_heading(parts: list[Part]) -> str:
    heading = ""
    for part in parts:
        if isinstance(part, Heading) and part.level > 1:
            heading = part.html
        if isinstance(part, Chart):
            return heading
    return ""


def _first_prose(page: str, parts: list[Part]) -> str:
    """The first text of the page, below its heading in ANSWERS where it has one."""
    flat, anchor = list(flatten(parts)), ANSWERS.get(page)
    starts = [n for n, part in enumerate(flat) if isinstance(part, Heading) and part.anchor == anchor]
    texts = (part.html for part in flat[starts[0] if starts else 0 :] if isinstance(part, Prose))
    return next(texts, "")
