"""What the fact sheet is made from, and the sources that it cites."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import link_target

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class SummaryData:
    """Query results of the summary page, and the sources that its cells cite.

    `notes`: url -> publisher, in order of first citation.
    """

    view: ViewContext
    zeros: pd.DataFrame
    times: pd.DataFrame
    launches: pd.DataFrame
    greatest_downloads: pd.DataFrame
    coverage: pd.DataFrame
    summary: pd.DataFrame
    standings: pd.DataFrame
    pairs: pd.DataFrame
    users: tuple[pd.DataFrame, pd.DataFrame]
    ratings: pd.DataFrame
    features: pd.DataFrame
    spending: pd.DataFrame
    notes: dict[str, str] = field(default_factory=dict)

    def footnote(self, url: str, publisher: str) -> str:
        """The number of a source as a Markdown link to its address."""
        self.notes.setdefault(url, publisher)
        return f"[\\[{list(self.notes).index(url) + 1}\\]]({link_target(url)})"

    def cite(self, row: Row) -> str:
        """The footnote of a row's source."""
        return self.footnote(row["url"], row["publisher"])

    def newest_day(self) -> date | None:
        """The day of the newest snapshot that is used, of the chart or of ratings; None without any."""
        moments = [*self.summary["latest_at"], *self.ratings["observed_at"]]
        return max(moments).date() if moments else None


def no_break(text: str) -> str:
    """The text with no-break spaces: on a phone, numbers and dates stay on one line."""
    return text.replace(" ", NO_BREAK_SPACE)


def last_row(rows: pd.DataFrame, app: str, column: str = "app") -> Row | None:
    """The last row of an app."""
    app_rows = rows[rows[column] == app]
    return None if app_rows.empty else app_rows.iloc[-1].to_dict()
