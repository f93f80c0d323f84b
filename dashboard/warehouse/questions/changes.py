"""Questions on what is new: for the feeds that the collector writes."""

from dashboard.warehouse.questions.asking import question


@question
def chart_changes(*, country: str) -> None:
    """What became of assistants from one day to the next in one country's charts: number one, top 10."""


@question
def claim_changes(*, country: str) -> None:
    """Claims about one country or the world that came after the first ones of their kind, copies once."""
