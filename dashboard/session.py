"""The running view: what a page is drawn from, and what it was answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Concatenate, ParamSpec, cast

import pandas as pd
import streamlit as st

from dashboard import cached
from dashboard.catalog import Catalog
from dashboard.data_folder import snapshots_key
from dashboard.filters import Filters
from dashboard.question_file import QuestionFile
from dashboard.shown import Shown
from dashboard.texts import Texts
from dashboard.warehouse import Warehouse

P = ParamSpec("P")


@dataclass(frozen=True)
class Asked:
    """A question as a page asked it, and what it was answered."""

    question: QuestionFile
    params: dict[str, object]
    answer: pd.DataFrame


@dataclass(frozen=True)
class Answered:
    """What a question was answered with these parameters; nothing where it could not be answered."""

    name: str
    params: dict[str, object]
    answer: pd.DataFrame | None


@dataclass(frozen=True)
class View:
    """What a page is drawn from: the filters, the words, and the way to ask.

    `asked` holds all that the page asked so far, so that a pinned view can say what has changed, `shown` what
    it showed, so that it can be taken away; `key` names the snapshots that all of it is answered from. `answered` is
    all that a part of the page rests on; of a page itself nobody asks that.
    """

    filters: Filters
    texts: Texts
    catalog: Catalog
    asked: list[Asked] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    key: str = field(default_factory=snapshots_key)
    answered: list[Answered] | None = None

    def ask(
        self,
        question: Callable[Concatenate[Warehouse, P], pd.DataFrame],
        *args: P.args,
        **params: P.kwargs,
    ) -> pd.DataFrame:
        """The cached answer to one of questions.py; raises SnapshotError on a damaged file."""
        answer = self.quietly(question, *args, **params)
        self.asked.append(Asked(self.file(question), dict(params), answer))
        return answer

    def quietly(
        self,
        question: Callable[Concatenate[Warehouse, P], pd.DataFrame],
        *args: P.args,
        **params: P.kwargs,
    ) -> pd.DataFrame:
        """As ask, for widgets and the frame: what it is answered is no number of the page."""
        answer = None
        try:
            answer = cached.answer(self.key, self.filters.as_of, question.__name__, dict(params))
        finally:
            self.rests_on(Answered(question.__name__, dict(params), answer))
        return answer

    def rests_on(self, *answers: Answered) -> None:
        """Remember what a part of the page rests on."""
        if self.answered is not None:
            self.answered.extend(answers)

    def repeats(self, before: Answered) -> bool:
        """Whether the same question is answered the same; raises SnapshotError as asking does."""
        if before.answer is None:
            return False
        return cached.answer(self.key, self.filters.as_of, before.name, before.params).equals(before.answer)

    def live(self, asked: Asked) -> pd.DataFrame:
        """What the same question is answered today."""
        return cached.answer(self.key, None, asked.question.name, asked.params)

    def file(self, question: Callable[..., pd.DataFrame]) -> QuestionFile:
        return self.house.question(question.__name__)

    @property
    def house(self) -> Warehouse:
        """DuckDB over the snapshots that this view is answered from."""
        return cached.warehouse_of(self.key, self.filters.as_of)

    def name(self, app: str) -> str:
        """An app's name for the reader."""
        return self.catalog.app_name(app, self.texts.lang)


def show(view: View) -> None:
    """Make `view` the one that the page about to run draws from."""
    st.session_state["view"] = view


def view() -> View:
    """The view of the running page."""
    return cast(View, st.session_state["view"])
