"""The evidence file as HTML: one page that needs no network, in the reader's language."""

import json
from datetime import datetime

from markupsafe import Markup

from dashboard.charts import plotly_bundle
from dashboard.export.evidence.labels import build_labels
from dashboard.export.evidence.query_results import all_results
from dashboard.export.evidence.record import build_record
from dashboard.export.evidence.sections import MAX_OPEN_ROWS, build_content
from dashboard.export.evidence.sources import list_sources
from dashboard.export.html import templates
from dashboard.sections.view import View
from dashboard.text import page as page_text


def render_html(view: View, name: str, link: str, title: str, made_at: datetime) -> str:
    """The file `name` of the page `title` as `view` displayed it; `link` leads back to it, `made_at` is UTC."""
    results = all_results(view)
    record = build_record(view, link, made_at, results.values())
    return (
        templates()
        .get_template("evidence.html")
        .render(
            w=build_labels(view, record),
            name=name,
            lang=view.filters.lang,
            title=title,
            chosen=page_text.filters_line(view),
            content=build_content(view, results),
            results=[(key, result.file, json.loads(result.params_json)) for key, result in results.items()],
            t=view.texts,
            sources=list_sources(view, results.values()),
            record=record,
            plotly=Markup(plotly_bundle.content().decode()),  # noqa: S704  the library's own script
            max_open_rows=MAX_OPEN_ROWS,
        )
    )
