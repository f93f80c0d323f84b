"""The content of each page, by the name in its address."""

from collections.abc import Callable, Iterator
from itertools import islice

from dashboard.domain.pages import PAGE_CONTROLS, PAGE_DATASETS, PAGE_TITLES
from dashboard.sections import competitors, launch_page, overview, rank_page, sources, summary
from dashboard.sections.blocks import Block, Text
from dashboard.sections.parts import missing_data_notice
from dashboard.sections.view import View
from dashboard.text.page import out_of_range_notices, rename_notes
from dashboard.warehouse import cache

PAGES: dict[str, Callable[[View], Iterator[Block]]] = {
    "overview": overview.page,
    "launch": launch_page.page,
    "rank": rank_page.page,
    "competitors": competitors.page,
    "brief": summary.page,
    "sources": sources.page,
}


def build_page(view: View, name: str) -> Iterator[Block]:
    """The blocks of a page as they are ready; raises SnapshotError, QueryLimitError, OSError."""
    notices = out_of_range_notices(view, *cache.date_range(view.filters.as_of))
    yield from (Text(notice, "info") for notice in notices)
    missing = missing_data_notice(view, view.texts(PAGE_TITLES[name]), *PAGE_DATASETS.get(name, ()))
    blocks = missing or PAGES[name](view)
    yield from _with_rename_notes(view, iter(blocks)) if "assistants" in PAGE_CONTROLS[name] else blocks


def _with_rename_notes(view: View, blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks, with notes on new names below the title."""
    yield from islice(blocks, 1)
    yield from (Text(note, "caption") for note in rename_notes(view))
    yield from blocks
