"""The file: one HTML page that needs no network, in the reader's language."""

import json
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from dashboard.charts import plotly_bundle
from dashboard.export import markdown
from dashboard.export.evidence.labels import build_labels
from dashboard.export.evidence.query_results import all_results
from dashboard.export.evidence.record import build_record
from dashboard.export.evidence.sections import background_tables, build_sections
from dashboard.export.evidence.sources import list_sources
from dashboard.sections.view import View
from dashboard.text import page as page_text


def render_html(view: View, name: str, link: str, title: str, made_at: datetime) -> str:
    """The page called `title` as `view` has shown it: the file `name`; `link` leads back, `made_at` is UTC."""
    results = all_results(view)
    held = build_record(view, link, made_at, results.values())
    return _template().render(
        w=build_labels(view, held),
        name=name,
        lang=view.filters.lang,
        title=title,
        chosen=page_text.filters_line(view),
        sections=build_sections(view, results),
        unseen=background_tables(view, results),
        results=[(name, one.file, json.loads(one.params_json)) for name, one in results.items()],
        t=view.texts,
        sources=list_sources(view, results.values()),
        record=held,
        plotly=Markup(plotly_bundle.content().decode()),  # noqa: S704  the library's own script
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    room = Environment(
        loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    room.filters |= {
        "markdown": lambda text: Markup(markdown.block(text)),  # noqa: S704  HTML in it is escaped
        "inline": lambda text: Markup(markdown.inline(text)),  # noqa: S704
        "script": script,
        "host": lambda address: urlsplit(address).hostname or address,
    }
    return room.get_template("evidence.html")


def script(value: Any) -> Markup:
    """JSON that can stand in a script element, whatever texts are in it."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  no tag can begin in it
