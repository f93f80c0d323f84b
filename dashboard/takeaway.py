"""A table to take away, as CSV or Parquet: each row says where it comes from, in every table the same columns.

evidence_question       file of queries/ that answered
evidence_asked          its parameters, as JSON
evidence_kind           observed, reported, estimated; several where a number rests on several
evidence_source         claim, archive or address of the row; else the snapshots that the answer rests on
evidence_dated          when it was observed, or the time that a claim speaks of, as exact as its source;
                        empty where no row says it: then the days asked for do
evidence_as_of          moment at which the numbers stand so, UTC
evidence_newest_ingest  when the newest data in them was taken in, UTC
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from pandas.api.types import is_numeric_dtype

from dashboard import questions, tables
from dashboard.clock import format_utc
from dashboard.deferred import deferred
from dashboard.session import View
from dashboard.shown import Shown
from dashboard.snapshot_files import SnapshotError

KINDS = {
    **dict.fromkeys(("charts", "ratings", "listings", "page_views", "attempts"), ("observed",)),
    **dict.fromkeys(("launches", "reported_ranks", "events", "features"), ("reported",)),
    "milestones": ("reported", "estimated"),
}
ONE_KIND = {
    "observed",
    "reported",
    "estimated",
    "modelled",
}  # other words of a column `kind` mean other things
CLAIMS = ("claim_id", "floor_claim", "ceiling_claim")
SOURCES = (*CLAIMS, "event_id", "launch_id", "source_id", "collection", "collections", "url")
_DATES = ("observed_at", "published_on", "period_end", "happened_on", "happened", "launched_on", "last_day")
_MORE = ("latest_at", "newest_at", "last_at", "day", "period", "recorded_on", "run_at", "asked_at", "as_of")
DATES = _DATES + _MORE


def note(view: View, question: Callable[..., pd.DataFrame], answer: pd.DataFrame, *words: Any) -> None:
    """Remember what is shown, for whoever takes the page away; `words` are the other fields of Shown."""
    view.shown.append(Shown(question.__name__, asked(answer), answer, *words))


def say(view: View, title: str, sentences: Iterable[str]) -> None:
    """Draw sentences that stand by themselves, and remember them for whoever takes the page away."""
    told = [f"- {sentence}" for sentence in sentences]
    for sentence in told:
        st.markdown(sentence)
    if told:
        keep(view, title, told)


def keep(view: View, title: str, sentences: Iterable[str]) -> None:
    """Remember sentences in markdown that are drawn otherwise, as beside a card."""
    view.shown.append(Shown("", "", pd.DataFrame(), title, lead="\n".join(sentences)))


def offer(view: View, key: str, question: Callable[..., pd.DataFrame], answer: pd.DataFrame) -> None:
    """Draw what a reader takes away of one answer: its CSV, its Parquet, its SQL."""
    rows = partial(with_evidence, view, question, answer)
    buttons, failure = st.container(horizontal=True), st.empty()
    with buttons:
        _give(view.texts("Download CSV"), tables.csv(rows()), key, "csv", "text/csv")
        made = deferred(view, lambda: tables.parquet(rows()), failure)
        _give(view.texts("Download Parquet"), made, key, "parquet", "application/vnd.apache.parquet")
    st.code(view.file(question).sql, language="sql")


def _give(label: str, data: bytes | Callable[[], bytes], key: str, suffix: str, mime: str) -> None:
    file = f"palmares-{key}.{suffix}"
    st.download_button(label, data, file, mime, key=f"{suffix}-{key}", on_click="ignore")


def asked(answer: pd.DataFrame) -> str:
    """The parameters that an answer was asked with, as JSON; they go with its rows wherever these go."""
    return str(answer.attrs["asked"])


def with_evidence(view: View, question: Callable[..., pd.DataFrame], answer: pd.DataFrame) -> pd.DataFrame:
    """The answer, and in each row where it comes from."""
    house, name = view.house, question.__name__
    files = house.rests_on(name)
    newest = max((moment for file in files for moment in file.moments if moment <= house.as_of), default=None)
    kinds = dict.fromkeys(kind for file in files for kind in KINDS.get(file.dataset, ()))
    own = _first(answer, ("kind",))
    return answer.assign(
        evidence_question=name,
        evidence_asked=asked(answer),
        evidence_kind=own.where(own.isin(ONE_KIND)).fillna(";".join(kinds)),
        evidence_source=_first(answer, SOURCES).fillna(";".join(file.path.name for file in files)),
        evidence_dated=_first(answer, DATES).fillna(_first(answer, CLAIMS).map(_spoken_of(view))),
        evidence_as_of=_moment(view.filters.as_of or house.newest_ingest),
        evidence_newest_ingest=_moment(newest),
    )


def _spoken_of(view: View) -> dict[str, str]:
    """The time that each claim speaks of, by its id; none where a damaged file hides them."""
    with suppress(SnapshotError):
        claims = view.quietly(questions.all_claims).dropna(subset=["happened"])
        return dict(zip(claims["claim_id"], claims["happened"].astype("str"), strict=True))
    return {}


def _first(answer: pd.DataFrame, names: Iterable[str]) -> "pd.Series[Any]":
    """Of each row the first of these columns that says something, as text."""
    found = pd.Series(None, index=answer.index, dtype="str")
    for name in names:
        if name in answer and not is_numeric_dtype(answer[name]):  # a day since launch is no date
            found = found.fillna(answer[name].map(_text, na_action="ignore").astype("str"))
    return found


def _text(value: Any) -> str:
    return format_utc(value) if isinstance(value, pd.Timestamp) else str(value)


def _moment(moment: datetime | None) -> Any:
    return pd.NaT if moment is None else pd.Timestamp(moment)
