"""Before and after one event: ranks, reported ranks and published figures in a window of four weeks on either side."""

from dataclasses import replace
from datetime import date, timedelta

from dashboard.domain.types import Row
from dashboard.domain.url import FIRST_DAY, LAST_DAY, NONE
from dashboard.sections import rank
from dashboard.sections.blocks import Block, Choice, Figure, Heading, ResultTable, Text, bullet_list, flatten
from dashboard.sections.parts import missing_data_notice
from dashboard.sections.view import View
from dashboard.text import before_after as before_after_text
from dashboard.warehouse import questions

WINDOW = 28  # days on either side of the event
OVERALL = "all"


def before_after(view: View) -> list[Block]:
    """A choice of an event and, where one is chosen, what its window has."""
    t, f = view.texts, view.filters
    events = _events(view)
    heading = Heading(t("Before and after an event"), "before-after")
    choice = Choice("event", t("Event"), _options(view, events), "select")
    if f.event == NONE:
        text = t("Choose an event to compare the four weeks before it with the four weeks after.")
        return [heading, Text(text) if view.whole else choice]
    if f.event not in events:
        return [heading, choice, Text(before_after_text.unknown_event(view), "warning")]
    return [heading, choice, *_window(view, events[f.event])]


def _events(view: View) -> dict[str, Row]:
    """Events of the chosen assistants in the chosen country by id, the newest first."""
    f = view.filters
    rows = view.query_untracked(
        questions.events, country=f.country, apps=f.apps, since=FIRST_DAY, until=LAST_DAY
    ).rows
    return {row["event_id"]: row for row in reversed(rows.to_dict("records"))}


def _options(view: View, events: dict[str, Row]) -> dict[str, str]:
    """The label of each event by its id; an id of the link that is none stands for itself."""
    labels = {event: before_after_text.option(view, row) for event, row in events.items()}
    chosen = {} if view.filters.event in labels else {view.filters.event: view.filters.event}
    return chosen | {NONE: view.texts("Choose an event")} | labels


def _window(view: View, event: Row) -> list[Block]:
    first, last = (event["first_day"] - timedelta(WINDOW), event["last_day"] + timedelta(WINDOW))
    return [
        Text(before_after_text.event_text(view, event)),
        *_ranks(view, first, last),
        *_figure(view, first, last),
        *_published_figures(view, first, last),
    ]


def _ranks(view: View, first: date, last: date) -> list[Block]:
    f = view.filters
    rows = view.query(
        questions.before_after, **f.chart_params(), apps=f.apps, event=f.event, days=WINDOW
    ).rows
    if rows.empty:
        return [Text(before_after_text.no_snapshot(view, first, last), "info")]
    return bullet_list(before_after_text.rank_sentences(view, rows))


def _figure(view: View, first: date, last: date) -> list[Block]:
    """The rank history of the window; where it has no snapshot and no report, that of the overall chart, named."""
    f = replace(view.filters, since=first, until=last)
    for chosen in (f, replace(f, category=OVERALL)):
        window = replace(view, filters=chosen)
        figures = (block for block in flatten(rank.history(window)) if isinstance(block, Figure))
        if figure := next(figures, None):
            return [*_chart_name(view, window), replace(figure, key=f"event-{figure.key}")]
    return []


def _chart_name(view: View, window: View) -> list[Block]:
    """The name of the window's chart where it is not the chosen one."""
    if window.filters.category == view.filters.category:
        return []
    return [Text(f"**{before_after_text.window_chart(window)}**")]


def _published_figures(view: View, first: date, last: date) -> list[Block]:
    t, metrics = view.texts, [metric.id for metric in view.catalog.metrics]
    notice = missing_data_notice(view, t("Published figures"), "milestones", "sources")
    if notice:
        return notice
    result = view.query(
        questions.milestone_claims, apps=view.filters.apps, metrics=metrics, since=first, until=last
    )
    if result.rows.empty:
        return [
            Text(
                t("No published figure on these assistants dates from these four weeks before and after."),
                "caption",
            )
        ]
    return [ResultTable("event-figures", result, t.label(t("Published figures"), t.days(first, last)))]
