"""Questions on downloads since launch: bounds, intervals, races."""

from collections.abc import Sequence
from datetime import date

from dashboard.warehouse.questions.asking import Codes, question


@question
def day_zero_choices(*, apps: Codes, country: str) -> None:
    """Which launch each choice of day 0 counts from, and by how many days it moves every answer."""


@question
def disagreements(*, apps: Codes, metrics: Codes) -> None:
    """Where sources differ on one quantity: their numbers side by side, and which rests on which."""


@question
def doubling_times(*, apps: Codes, metrics: Codes) -> None:
    """How long a count took to double, where one source published three counts or more of one series."""


@question
def envelopes(*, apps: Codes, day0: str, country: str, platform: str, scope: str) -> None:
    """Between which numbers each launch's downloads must lie, day by day, if its claims hold."""


@question
def launch_events(*, apps: Codes, day0: str, country: str, since: date, until: date) -> None:
    """What happened to each app, by days since its launch."""


@question
def milestone_bounds(*, apps: Codes, day0: str, country: str, platform: str, scope: str) -> None:
    """What each claim says of an app's downloads, by days since its launch."""


@question
def most_downloads(*, apps: Codes, until: date) -> None:
    """The greatest number of downloads that a claim gives each chosen app, up to a day."""


@question
def period_downloads(*, apps: Codes, platform: str, scope: str, since: date, until: date) -> None:
    """How many downloads a period brought, with the average a day over its true length."""


@question
def launch_race(*, apps: Codes, day0: str, country: str, platform: str, scope: str, day: int) -> None:
    """Who was ahead on one day after launch, for every two assistants, where the claims can tell."""


@question
def average_rates(*, apps: Codes, platform: str, scope: str) -> None:
    """How many downloads a day each launch averaged, over the days that its own claims span."""


@question
def time_to_goal(
    *, apps: Codes, day0: str, country: str, goals: Sequence[int], platform: str, scope: str
) -> None:
    """How many days each launch took to each number of downloads: not yet by one day, reached by another."""
