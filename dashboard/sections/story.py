"""The story of February 2025 as one figure: what is known of Le Chat's mobile launch in France."""

from datetime import date
from textwrap import wrap

from dashboard.charts import story as chart
from dashboard.charts.story import Shape, StoryRow
from dashboard.charts.theme import app_styles
from dashboard.domain.types import Row
from dashboard.sections.blocks import Block, Figure
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import story as story_text
from dashboard.text.escaping import escape_html, link_target
from dashboard.warehouse import questions

APP, COUNTRY = "le-chat", "fr"
SINCE, UNTIL = date(2025, 2, 1), date(2025, 2, 28)
SHAPES: dict[str, Shape] = {"rank": "brackets", "downloads": "bound"}
MAX_LINE = 54  # of a text in the figure [characters]


def story(view: View) -> list[Block]:
    """The figure; each mark has its source."""
    return [_figure(view)]


@cached_section
def _figure(view: View) -> Figure:
    result = view.query(questions.launch_story, app=APP, country=COUNTRY, since=SINCE, until=UNTIL)
    rows = [_row(view, row) for row in result.rows.to_dict("records")]
    style = app_styles(view, APP)[APP]
    return Figure(
        key="story",
        title=story_text.title(view, APP, COUNTRY, result.rows),
        figure=chart.timeline(rows, SINCE, UNTIL, style, view.texts),
        alt=story_text.alt(view, COUNTRY, result.rows),
        source=story_text.source_line(view, result.rows),
        result=result,
    )


def _row(view: View, row: Row) -> StoryRow:
    if row["lane"] == "snapshots":
        shape: Shape = "none" if row["value"] else "gap"
        return StoryRow(shape, SINCE, UNTIL, _lines(view, row))
    first, last = (max(SINCE, row["first_day"]), min(UNTIL, row["last_day"]))
    exact = row["first_day"] == row["last_day"]
    return StoryRow(SHAPES.get(row["lane"], "event" if exact else "brackets"), first, last, _lines(view, row))


def _lines(view: View, row: Row) -> tuple[str, ...]:
    """The text of a row in lines, and its source as a link on the last one, or below it."""
    text, source = story_text.row_text(view, COUNTRY, row), story_text.source_text(view, row)
    lines, links = wrap(text, MAX_LINE), wrap(source, MAX_LINE)
    start = f'<a href="{link_target(row["url"])}">' if links else ""
    if links and len(f"{lines[-1]} · {source}") <= MAX_LINE:
        *before, last = map(escape_html, lines)
        return (*before, f"{last} · {start}{escape_html(source)}</a>")
    return (*map(escape_html, lines), *(f"{start}{escape_html(link)}</a>" for link in links))
