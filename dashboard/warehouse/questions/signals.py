"""Questions on signals apart from charts: readers of articles, pages in the store."""

from datetime import date

from dashboard.warehouse.questions.asking import Codes, question


@question
def page_view_coverage(*, apps: Codes, since: date, until: date) -> None:
    """Of which articles page views are held, of how many days, and when they were read."""


@question
def page_views_by_period(*, wiki: str, apps: Codes, step: str, since: date, until: date) -> None:
    """How often the articles of the chosen apps were read in one Wikipedia, day by day or over whole weeks."""


@question
def latest_listings(*, country: str, store: str, apps: Codes, since: date, until: date) -> None:
    """What the newest reading of each chosen app's page in one country's store said, or that there was none."""
