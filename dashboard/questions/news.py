"""Questions on what is new: for the feeds that the collector writes."""

from dashboard.questions.asking import question


@question
def chart_news(*, country: str) -> None:
    """What became of assistants from each reading of one country's charts to the next: number one, top 10."""


@question
def claim_news(*, country: str) -> None:
    """Claims about one country or the world that came after the first ones of their kind."""
