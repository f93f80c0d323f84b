"""What a page found, in a sentence or two: for the title and the preview of its link."""

from collections.abc import Iterator
from html import unescape

from dashboard.export.site.blocks import Chart, Container, Heading, Part, Prose
from dashboard.export.site.markup import plain

ANSWERS = {"overview": "standing"}  # the heading under which a page without a figure answers
MAX_LENGTH = 300  # of a description [characters]


def first_chart(parts: list[Part]) -> Chart | None:
    """The page's first figure."""
    return next((part for part in flatten(parts) if isinstance(part, Chart)), None)


def description(page: str, parts: list[Part]) -> str:
    """The heading of the first figure, else the page's answer in words, as plain text."""
    said = _headed(parts) or _answer(page, parts)
    text = unescape(plain(said))
    return text if len(text) <= MAX_LENGTH else f"{text[: MAX_LENGTH - 2].rsplit(' ', 1)[0]} …"


def title(parts: list[Part]) -> str:
    """The page's own name, as plain text."""
    return next(
        unescape(plain(one.html)) for one in flatten(parts) if isinstance(one, Heading) and one.level == 1
    )


def flatten(parts: list[Part]) -> Iterator[Part]:
    """Every part in the order of reading, those within others too."""
    for part in parts:
        if isinstance(part, Container):
            yield from flatten(part.parts)
        else:
            yield part


def _headed(parts: list[Part]) -> str:
    heading = ""
    for part in parts:
        if isinstance(part, Heading) and part.level > 1:
            heading = part.html
        if isinstance(part, Chart):
            return heading
    return ""


def _answer(page: str, parts: list[Part]) -> str:
    every = list(flatten(parts))
    wanted = ANSWERS.get(page)
    starts = [n for n, part in enumerate(every) if isinstance(part, Heading) and part.anchor == wanted]
    told = (part.html for part in every[starts[0] if starts else 0 :] if isinstance(part, Prose))
    return next(told, "")
