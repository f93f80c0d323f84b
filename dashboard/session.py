"""The one place where Streamlit meets DuckDB: the warehouse, cached answers, the running view.

Answers are cached by snapshots, moment, question and parameters; one cursor a call.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, cast

import pandas as pd
import streamlit as st

from dashboard import catalog as catalogue
from dashboard import questions
from dashboard.catalog import Catalog
from dashboard.data_folder import data_folder, key, snapshots_key
from dashboard.database import RELOAD
from dashboard.filters import Filters
from dashboard.question_file import QuestionFile
from dashboard.shown import Shown
from dashboard.snapshot_files import SnapshotError
from dashboard.texts import Texts
from dashboard.warehouse import Warehouse

P = ParamSpec("P")
EARLIEST = date(2023, 1, 1)
HOUSES = 3  # databases: the present and two moments, which at their limits fit into the unit's MemoryMax


def catalog() -> Catalog:
    """The catalogue of the data folder; raises CatalogError."""
    path = data_folder() / "catalog.toml"
    return _catalog(path, path.stat().st_mtime_ns if path.exists() else 0)


@st.cache_resource(show_spinner=False, max_entries=4)
def _catalog(path: Path, changed_ns: int) -> Catalog:
    return catalogue.load(path)


@st.cache_resource(show_spinner=False, max_entries=HOUSES)
def _warehouse(key: str, as_of: datetime | None) -> Warehouse:
    house = Warehouse(data_folder(), catalog(), as_of)
    if snapshots_key() != key:
        raise SnapshotError(data_folder() / "snapshots", "has changed while it was read", RELOAD)
    return house


def warehouse(as_of: datetime | None = None) -> Warehouse:
    """DuckDB over today's snapshots, as of a moment (UTC)."""
    return _warehouse(snapshots_key(), as_of)


@st.cache_data(show_spinner=False, max_entries=512)
def _answer(key: str, as_of: datetime | None, name: str, params: dict[str, object]) -> pd.DataFrame:
    answer = cast(pd.DataFrame, getattr(questions, name)(_warehouse(key, as_of), **params))
    answer.attrs["asked"] = as_json(params)  # goes with the rows, also where some of them are picked
    return answer


def as_json(params: dict[str, object]) -> str:
    """A question's parameters as JSON; a question casts each, so it can be asked with them again."""
    return json.dumps(params, default=str, sort_keys=True)


def span(as_of: datetime | None = None) -> tuple[date, date]:
    """First and last day of all that is held; a wide guess where a damaged file hides them."""
    asked = snapshots_key()
    try:
        row = _answer(asked, as_of, "span", {}).iloc[0]
    except SnapshotError:
        # Asked again where it changed under the question.
        return span(as_of) if key() != asked else (EARLIEST, datetime.now(UTC).date())
    return (EARLIEST, datetime.now(UTC).date()) if row.isna().any() else (row["first_day"], row["last_day"])


@dataclass(frozen=True)
class Asked:
    """A question as a page asked it, and what it was answered."""

    question: QuestionFile
    params: dict[str, object]
    answer: pd.DataFrame


@dataclass(frozen=True)
class View:
    """What a page is drawn from: the filters, the words, and the way to ask.

    `asked` holds all that the page asked so far, so that a pinned view can say what has changed, `shown` what
    it showed, so that it can be taken away; `key` names the snapshots that all of it is answered from.
    """

    filters: Filters
    texts: Texts
    catalog: Catalog
    asked: list[Asked] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    key: str = field(default_factory=snapshots_key)

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
        return _answer(self.key, self.filters.as_of, question.__name__, dict(params))

    def live(self, asked: Asked) -> pd.DataFrame:
        """What the same question is answered today."""
        return _answer(self.key, None, asked.question.name, asked.params)

    def file(self, question: Callable[..., pd.DataFrame]) -> QuestionFile:
        return self.house.question(question.__name__)

    @property
    def house(self) -> Warehouse:
        """DuckDB over the snapshots that this view is answered from."""
        return _warehouse(self.key, self.filters.as_of)

    def name(self, app: str) -> str:
        """An app's name for the reader."""
        known = self.catalog.by_app[app]
        return known.name_fr if self.texts.lang == "fr" and known.name_fr else known.name


def show(view: View) -> None:
    """Make `view` the one that the page about to run draws from."""
    st.session_state["view"] = view


def view() -> View:
    """The view of the running page."""
    return cast(View, st.session_state["view"])
