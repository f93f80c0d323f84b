"""Questions on claims, sources and what is held."""

from datetime import date

from dashboard.warehouse.questions.asking import Codes, question


@question
def all_claims() -> None:
    """Every claim held, of whatever kind, with its source."""


@question
def audience(*, apps: Codes, metric: str, scope: str, since: date, until: date) -> None:
    """Users of the chosen apps in one place, in one measure, as publishers give them."""


@question
def audience_shares(*, apps: Codes, scope: str, since: date, until: date) -> None:
    """What share of one population the chosen apps reach, where one publisher measured all of it."""


@question
def collector_runs() -> None:
    """What our own collector asked for in its newest runs, and what came of it."""


@question
def headline_figures() -> None:
    """The four figures that this project exists to show."""


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
def launches(*, apps: Codes) -> None:
    """When each chosen app was launched, where, and who says so."""


@question
def milestone_claims(*, apps: Codes, metrics: Codes, since: date, until: date) -> None:
    """Every dated number claimed about the chosen apps in the chosen days, with who stated it."""


@question
def rating_countries() -> None:
    """In which countries rating counts have been read, of how many apps, and when."""


@question
def rating_history(*, country: str, store: str, apps: Codes, since: date, until: date) -> None:
    """How many ratings the chosen apps have in one country, their average, and how many came in a week."""


@question
def rejected_responses() -> None:
    """What the collector asked for in its last thirty days and could not take, and why."""


@question
def sources() -> None:
    """Where claims were read, and how many rest on each."""


@question
def date_range() -> None:
    """The days that all readings and claims together cover."""
