"""Movers: one chart at two whole readings that the reader chooses."""

from datetime import datetime
from typing import Any

import streamlit as st

from dashboard import controls, provenance, questions
from dashboard.exhibits import nearest
from dashboard.figures import movers
from dashboard.look import styles
from dashboard.options import FIRST, LAST
from dashboard.provenance import Exhibit
from dashboard.sentences import movers as say
from dashboard.session import View
from dashboard.words import word

Row = dict[Any, Any]
PAIR = 2


def draw(view: View) -> None:
    """Both choices, and between them who climbed, fell, came and left."""
    t, f = view.texts, view.filters
    title = t("Movers between two readings")
    read = view.ask(questions.complete_readings, **f.chart_params(), **f.day_params())
    if len(read) < PAIR:
        why = t(
            "Movers take two readings that kept every place of the chart; these days have {n}.", n=len(read)
        )
        nearest.offer(view, "movers", title, why, complete=True)
        return
    moments = [moment.to_pydatetime() for moment in read["observed_at"]]
    columns = st.columns(PAIR)
    with columns[0]:
        _choose(view, "before", t("First reading"), FIRST, moments)
    with columns[1]:
        _choose(view, "after", t("Second reading"), LAST, moments)
    _notes(view, moments)
    before, after = sorted((_picked(f.before, moments, 0), _picked(f.after, moments, -1)))
    if before == after:
        why = t("Both choices are the reading of {moment}.", moment=say.when(view, before))
        provenance.empty(view, title, why, t("Choose another reading."))
    else:
        rows = read.set_index("observed_at", drop=False)
        _compare(view, rows.loc[before].to_dict(), rows.loc[after].to_dict())


def _choose(view: View, field: str, title: str, standing: str, moments: list[datetime]) -> None:
    """A drop-down of the whole readings; the link's own moment stays in it, though it be none of them."""
    t, chosen = view.texts, getattr(view.filters, field)
    odd = [] if isinstance(chosen, str) or chosen in moments else [chosen]
    ends = {FIRST: t("the first whole one of these days"), LAST: t("the last whole one of these days")}
    st.selectbox(
        title,
        [standing, *moments, *odd],
        format_func=lambda one: ends[one] if isinstance(one, str) else say.when(view, one),
        **controls.tied(field, view.catalog),
    )


def _notes(view: View, moments: list[datetime]) -> None:
    """Say where the choice cannot be followed as it stands."""
    t, f = view.texts, view.filters
    for chosen in (f.before, f.after):
        if isinstance(chosen, datetime) and chosen not in moments:
            told = t(
                "No whole reading of this chart in these days is of {moment}.", moment=say.when(view, chosen)
            )
            st.info(f"{told} {t('The first or the last one stands in.')}", icon=":material/info:")
    if _picked(f.before, moments, 0) > _picked(f.after, moments, -1):
        told = t("The second reading chosen is the earlier one: they are shown in order of time.")
        st.info(told, icon=":material/info:")


def _picked(chosen: datetime | str, moments: list[datetime], stand_in: int) -> datetime:
    return chosen if isinstance(chosen, datetime) and chosen in moments else moments[stand_in]


def _compare(view: View, before: Row, after: Row) -> None:
    t, f = view.texts, view.filters
    moments = {"before_at": before["observed_at"], "after_at": after["observed_at"]}
    answer = view.ask(
        questions.movers,
        **f.chart_params(),
        **{name: moment.to_pydatetime() for name, moment in moments.items()},
    )
    rows = say.drawn(view, answer)
    labels = [say.label(view, row) for row in rows.to_dict("records")]
    depth = max(before["depth"], after["depth"])
    who = t.join(dict.fromkeys((before["collection"], after["collection"])))
    told = [word(t, "observed").capitalize(), t("store feeds, recorded by {who}", who=who)]
    told.append(t("drawn: the {n} greatest climbs and falls, and every assistant", n=say.MOST))
    provenance.draw(
        view,
        Exhibit(
            key="movers",
            title=say.title(view, answer),
            figure=movers.arrows(rows, labels, depth, styles(view, *say.assistants(view)), t)
            if len(rows)
            else None,
            alt=say.alt(view, rows),
            about=" · ".join(told),
            question=questions.movers,
            answer=answer,
            lead=say.lead(view, answer, before, after),
        ),
    )
    for sentence in say.came_and_went(view, answer):
        st.markdown(f"- {sentence}")
