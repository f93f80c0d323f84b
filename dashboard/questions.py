"""One typed function per file of queries/: what can be asked, and of which type.

Each answers a DataFrame with the columns of its file's header, in that order, and raises
SnapshotError where a snapshot that the answer needs is damaged. Days are UTC and inclusive.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

import pandas as pd

from dashboard.warehouse import Warehouse

Codes = Sequence[str]
P = ParamSpec("P")
EVERY: list[Callable[..., pd.DataFrame]] = []


def question(signature: Callable[P, None]) -> Callable[Concatenate[Warehouse, P], pd.DataFrame]:
    """Make the file that bears the function's name askable with the function's parameters."""

    @wraps(signature)
    def ask(house: Warehouse, /, *args: P.args, **params: P.kwargs) -> pd.DataFrame:
        lists = {key: list(value) for key, value in params.items() if isinstance(value, (list, tuple))}
        return house.ask(signature.__name__, {**params, **lists})

    EVERY.append(ask)
    return ask


@question
def all_claims() -> None:
    """Every claim held, of whatever kind, with its source."""


@question
def audience(*, apps: Codes, metric: str, scope: str, since: date, until: date) -> None:
    """Users of the chosen apps in one place, in one measure, as publishers give them."""


@question
def charts_read() -> None:
    """Every chart of which there is a reading."""


@question
def core_figures() -> None:
    """The four figures that this project exists to show."""


@question
def coverage(*, country: str, store: str, chart: str, category: str, since: date, until: date) -> None:
    """Who read one chart, how often and how deep."""


@question
def events(*, country: str, apps: Codes, since: date, until: date) -> None:
    """What happened to the chosen apps, with its source."""


@question
def features(*, apps: Codes, country: str) -> None:
    """What each chosen app offers and costs, one dated claim a row."""


@question
def freshness() -> None:
    """How old each source is: its newest reading or claim and when it was taken in."""


@question
def head_to_head(
    *, country: str, store: str, chart: str, category: str, app: str, rivals: Codes, since: date, until: date
) -> None:
    """One app against the others on the readings that can tell: who stood higher, and how often."""


@question
def latest_places(*, country: str, apps: Codes, since: date, until: date) -> None:
    """The newest reading of each chart of one country, and where the chosen apps stood."""


@question
def launches(*, apps: Codes) -> None:
    """When each chosen app was launched, where, and who says so."""


@question
def milestone_bounds(*, apps: Codes, day0: str, since: date, until: date) -> None:
    """What is known of the downloads of each app, by days since its launch."""


@question
def milestone_claims(*, apps: Codes, metrics: Codes, since: date, until: date) -> None:
    """Every claimed number about the chosen apps, with who stated it."""


@question
def places_by_country(
    *, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """The newest reading of one chart in each country, and where the chosen apps stood."""


@question
def rank_by_day(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Each day of one chart: ranked, below the cut-off or not observed, by the day's last reading."""


@question
def rank_history(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Every reading of one chart: where each chosen app stood in it."""


@question
def rank_summary(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Best and latest place of each chosen app in one chart, and its days at the top."""


@question
def reported_ranks(
    *, country: str, store: str, chart: str, category: str, apps: Codes, since: date, until: date
) -> None:
    """Places in one chart that somebody reported, over the days that the report may mean."""


@question
def sources() -> None:
    """Where claims were read, and how many rest on each."""


@question
def span() -> None:
    """The days that all readings and claims together cover."""


@question
def time_to(*, apps: Codes, day0: str, threshold: int) -> None:
    """How many days each launch took to a number of downloads: not yet by one day, reached by another."""
