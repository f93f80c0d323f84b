"""The evidence file as HTML: one page that needs no network, in the reader's language."""

import json
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from dashboard.charts import plotly_bundle
from dashboard.export.evidence.labels import build_labels
from dashboard.export.evidence.query_results import all_results
from dashboard.export.evidence.record import build_record
from dashboard.export.evidence.sections import background_tables, build_sections
from dashboard.export.evidence.sources import list_sources
from dashboard.export.html import render_block, render_inline
from dashboard.sections.view import View
from dashboard.text import page as page_text


def render_html(view: View, name: str, link: str, title: str, made_at: datetime) -> str:
    """The file `name` of the page `title` as `view` displayed it; `link` leads back to it, `made_at` is UTC."""
    results = all_results(view)
    record = build_record(view, link, made_at, results.values())
    return _template().render(
        w=build_labels(view, record),
        name=name,
        lang=view.filters.lang,
        title=title,
        chosen=page_text.filters_line(view),
        sections=build_sections(view, results),
        unseen=background_tables(view, results),
        results=[(key, result.file, json.loads(result.params_json)) for key, result in results.items()],
        t=view.texts,
        sources=list_sources(view, results.values()),
        record=record,
        plotly=Markup(plotly_bundle.content().decode()),  # noqa: S704  the library's own script
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "markdown": lambda text: Markup(render_block(text)),  # noqa: S704  HTML in it is escaped
        "inline": lambda text: Markup(render_inline(text)),  # noqa: S704
        "script": escape_script,
        "host": lambda address: urlsplit(address).hostname or address,
    }
    return environment.get_template("evidence.html")


def escape_script(value: Any) -> Markup:
    """JSON for a script element; no text in it can end the element."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  no tag can begin in it
