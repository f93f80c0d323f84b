"""Movers: one chart at two whole readings that the reader chooses."""

from datetime import datetime
from typing import Any

from dashboard.charts import movers as movers_chart
from dashboard.charts.theme import app_styles
from dashboard.domain.filters import Filters
from dashboard.domain.options import FIRST, LAST, PREVIOUS
from dashboard.domain.types import Row
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Choice, Columns, Figure, Text, bullet_list, empty_state
from dashboard.sections.cache import cached_section
from dashboard.sections.view import View
from dashboard.text import movers as movers_text
from dashboard.text.labels import code_label
from dashboard.warehouse import questions

PAIR = 2
POSITIONS = {FIRST: 0, PREVIOUS: -2, LAST: -1}


def movers(view: View) -> list[Block]:
    """Both choices, and between them who climbed, fell, came and left."""
    t, f = view.texts, view.filters
    title = t("Movers between two readings")
    moments, names = _whole(view)
    if len(moments) < PAIR:
        reason = t(
            "Movers take two readings that kept every place of the chart; these days have {n}.",
            n=len(moments),
        )
        return missing_data.suggest_charts(view, "movers", title, reason, complete=True)
    figure = _build_figure(view)
    choices = [*_choices(view, names), *_notes(view, moments)]
    if figure is None:
        reason = t("Both choices are the reading of {moment}.", moment=names[_pair(f, moments)[0]])
        return [*choices, *empty_state(title, reason, t("Choose another reading."))]
    return [*choices, figure, *bullet_list(_entries_and_exits(view))]


@cached_section
def _entries_and_exits(view: View) -> list[str]:
    figure = _build_figure(view)
    return list(movers_text.entries_and_exits(view, figure.result.rows)) if figure else []


@cached_section
def _whole(view: View) -> tuple[list[datetime], dict[datetime, str]]:
    """The readings that kept every place, and their names."""
    f = view.filters
    read = view.query(questions.complete_readings, **f.chart_day_params()).rows
    moments = [moment.to_pydatetime() for moment in read["observed_at"]]
    known = zip(moments, read["time_precision"], strict=True)
    return moments, {moment: view.texts.utc_datetime(moment, precision) for moment, precision in known}


def _choices(view: View, names: dict[datetime, str]) -> list[Block]:
    t = view.texts
    stands = {PREVIOUS: t("the one before the last"), FIRST: t("the first of the period")}
    first = _choice(view, "before", t("Earlier snapshot"), stands | names)
    last = _choice(view, "after", t("Later snapshot"), {LAST: t("the last of the period")} | names)
    return [Columns(((first,), (last,)))]


def _choice(view: View, field: str, title: str, options: dict[Any, str]) -> Choice:
    """A drop-down of the whole snapshots; the link's own moment stays in it, though it be none of them."""
    chosen = getattr(view.filters, field)
    unknown = {} if chosen in options else {chosen: view.texts.utc_datetime(chosen)}
    return Choice(field, title, options | unknown, "select")


def _notes(view: View, moments: list[datetime]) -> list[Block]:
    """Notices where the choice cannot be followed as it stands."""
    t, f = view.texts, view.filters
    notices = []
    for chosen in (f.before, f.after):
        if isinstance(chosen, datetime) and chosen not in moments:
            why = t(
                "No whole snapshot of this chart in this period is of {moment}.",
                moment=t.utc_datetime(chosen),
            )
            notices.append(f"{why} {t('The first or the last one stands in.')}")
    if _picked(f.before, moments, FIRST) > _picked(f.after, moments, LAST):
        notices.append(t("The second reading chosen is the earlier one: they are shown in order of time."))
    return [Text(notice, "info") for notice in notices]


def _picked(chosen: datetime | str, moments: list[datetime], stand_in: str) -> datetime:
    """The chosen snapshot; `stand_in` in place of one that is none of `moments`."""
    if isinstance(chosen, datetime):
        return chosen if chosen in moments else moments[POSITIONS[stand_in]]
    return moments[POSITIONS[chosen]]


def _pair(f: Filters, moments: list[datetime]) -> list[datetime]:
    """The two readings chosen, the earlier one first."""
    return sorted((_picked(f.before, moments, FIRST), _picked(f.after, moments, LAST)))


@cached_section
def _build_figure(view: View) -> Figure | None:
    """The comparison; None where both choices are one reading."""
    f = view.filters
    before, after = _pair(f, _whole(view)[0])
    if before == after:
        return None
    read = view.query_untracked(questions.complete_readings, **f.chart_day_params()).rows
    rows = read.set_index("observed_at", drop=False)
    return _compare(view, rows.loc[before].to_dict(), rows.loc[after].to_dict())


def _compare(view: View, before: Row, after: Row) -> Figure:
    t = view.texts
    moments = {"before_at": before["observed_at"], "after_at": after["observed_at"]}
    result = view.query(
        questions.movers,
        **view.filters.chart_params(),
        **{name: moment.to_pydatetime() for name, moment in moments.items()},
    )
    answer = result.rows
    rows = movers_text.select_drawn(view, answer)
    labels = [movers_text.app_label(view, row) for row in rows.to_dict("records")]
    depth = max(before["depth"], after["depth"])
    who = t.join(dict.fromkeys((before["collection"], after["collection"])))
    source = [code_label(t, "observed").capitalize(), t("store feeds, recorded by {who}", who=who)]
    source.append(t("drawn: the {n} greatest climbs and falls, and every assistant", n=movers_text.MAX_DRAWN))
    look = app_styles(view, *movers_text.assistant_ids(view))
    return Figure(
        key="movers",
        title=movers_text.title(view, answer),
        figure=movers_chart.arrows(rows, labels, depth, look, t) if len(rows) else None,
        alt=movers_text.alt(view, rows),
        source=" · ".join(source),
        result=result,
        lead=movers_text.lead(view, answer, before, after),
    )
