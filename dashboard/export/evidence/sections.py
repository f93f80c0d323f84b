"""What an evidence file needs besides the page's blocks: their tables, figures on paper, and the list of contents."""

from dataclasses import dataclass

from dashboard.charts.standalone import for_print, with_title_and_source
from dashboard.export.evidence.query_results import Results, displayed_results
from dashboard.export.html import Table, result_table
from dashboard.sections.blocks import Block, Figure, Heading, ResultTable, flatten
from dashboard.sections.view import View
from dashboard.text.provenance import picture_source

MAX_OPEN_ROWS = 12  # rows of a table that stands open, and is printed


@dataclass(frozen=True)
class PrintedFigure:
    """A figure as JSON: on the page, and as a picture with title and source."""

    figure: str
    picture: str


@dataclass(frozen=True)
class Content:
    """The blocks of a page; tables by the id of their result, the ids of results by their key, figures by their key."""

    blocks: list[Block]
    contents: list[tuple[str, str]]  # anchor and title
    tables: dict[str, Table]
    ids: dict[tuple[str, str], str]
    figures: dict[str, PrintedFigure]
    background: list[str]  # ids of results that no block displays


def build_content(view: View, results: Results) -> Content:
    """The content of the page that `view` displayed."""
    displayed = {result.key: result for result in displayed_results(view)}  # its rows are in the page's order
    rows = {name: displayed.get(result.key, result).rows for name, result in results.items()}
    blocks = flatten(view.blocks)
    return Content(
        blocks=view.blocks,
        contents=[entry for block in blocks if (entry := _contents_entry(view, block))],
        tables={name: result_table(view, frame) for name, frame in rows.items()},
        ids={result.key: name for name, result in results.items()},
        figures={
            block.key: _print_figure(view, block)
            for block in blocks
            if isinstance(block, Figure) and block.figure is not None
        },
        background=[name for name, result in results.items() if result.key not in displayed],
    )


def _contents_entry(view: View, block: Block) -> tuple[str, str] | None:
    match block:
        case Figure():
            return block.key, block.title
        case ResultTable():
            return f"table-{block.key}", block.title or view.texts(block.result.file.title)
        case Heading() if block.anchor:
            return block.anchor, block.markdown
    return None


def _print_figure(view: View, block: Figure) -> PrintedFigure:
    figure = for_print(block.figure)
    picture = with_title_and_source(
        figure, block.title, f"{block.source} · {picture_source(view.texts, view.moment)}"
    )
    return PrintedFigure(figure.to_json(), picture.to_json())
