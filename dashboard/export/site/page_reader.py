"""Pages of the app as blocks: each page is run without a server, and its elements are converted.

The static site then has the app's own texts and numbers.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from dashboard.export.html import build_table, render_block, render_inline
from dashboard.export.site.blocks import Chart, Code, Container, Heading, Metric, Part, Prose
from dashboard.text.translator import Translator
from dashboard.web.chart_element import deserialize_figure

MAIN_SCRIPT = Path(__file__).parents[2] / "main.py"
TIMEOUT = 120  # of one page [s]
FRAME_BLOCKS = 2  # blocks above each page: the line of filters, and what a pinned view says of itself
TEXT_ROLES = {"markdown": "words", "caption": "small"} | dict.fromkeys(
    ("info", "warning", "success", "error"), "note"
)


class PageError(RuntimeError):
    """A page of the app raised, or has nothing on it."""


def read_page(page: str, query: dict[str, str], t: Translator) -> tuple[str, list[Part]]:
    """The line of filters and the blocks of one page of the app; raises PageError."""
    app = _run(page, query)
    if app.exception or not app.title:
        raise PageError(f"{page}, {query}: {[error.message for error in app.exception]}")
    parts = list(_parts(list(app.main.children.values())[FRAME_BLOCKS:], t))
    return str(app.main.caption[0].value), parts


def _run(page: str, query: dict[str, str]) -> AppTest:
    """Run the page with its expanders open: they are filled only then."""
    app = AppTest.from_file(str(MAIN_SCRIPT), default_timeout=TIMEOUT)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if page != "overview":
        app.switch_page(f"app_pages/{page}.py").run()
    keys = list(app.session_state.keys())
    for key in [str(key) for key in keys if str(key).startswith("behind-")]:
        app.session_state[key] = True
    return app.run()


def _parts(nodes: list[Node], t: Translator) -> Iterator[Part]:
    bullets: list[str] = []
    for node in nodes:
        text = str(getattr(node, "value", ""))
        if node.type == "markdown" and text.startswith("- "):
            bullets.append(text)
            continue
        if bullets:
            yield _prose("\n".join(bullets))
            bullets = []
        yield from _block(node, t) if isinstance(node, Block) else _element(node, t)
    if bullets:
        yield _prose("\n".join(bullets))


def _prose(markdown: str, role: str = "words") -> Prose:
    return Prose(render_block(markdown).strip(), role)


def _block(node: Block, t: Translator) -> Iterator[Part]:
    """An expander, a row of columns, or the content of another container."""
    parts = list(_parts(list(node.children.values()), t))
    if not parts:
        return
    if node.type in ("expander", "popover"):
        title = node.proto.label if node.type == "expander" else node.proto.popover.label
        yield Container("fold", parts, title)
    elif any(isinstance(child, Block) and child.type == "column" for child in node.children.values()):
        yield Container("columns", parts)
    elif node.type == "column":
        yield Container("column", parts)
    else:
        yield from parts


def _element(node: Any, t: Translator) -> Iterator[Part]:
    """The block of one element; none for the app's controls."""
    match node.type:
        case "title" | "subheader":
            yield Heading(1 if node.type == "title" else 2, render_inline(node.value), node.proto.anchor)
        case "metric":
            yield Metric(render_inline(node.label), node.value)
        case "bidi_component":
            content = deserialize_figure(node.proto.bytes)
            yield Chart(content["figure"], content["alt"])
        case "dataframe" | "arrow_data_frame" | "table" | "arrow_table":
            yield build_table(node.value, t, markdown=node.type.endswith("table"))
        case "code":
            yield Code(node.value)
        case kind if kind in TEXT_ROLES:
            yield _prose(node.value, TEXT_ROLES[kind])
