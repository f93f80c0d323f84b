"""The blocks that a page displayed: each result with its figure and words, so that it can be exported whole."""

from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from dashboard.warehouse.query_result import QueryResult


@dataclass(frozen=True)
class DisplayedBlock:
    """One result as the page displayed it; without a title it is the question's own table.

    The rows of `result` are in the page's order. Without a result, `lead` or the cells of `sentences` are sentences
    in markdown that the page made of several.
    """

    result: QueryResult | None
    title: str = ""
    figure: go.Figure | None = None
    alt: str = ""
    about: str = ""
    lead: str = ""
    sentences: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def rows(self) -> pd.DataFrame:
        """The rows of its table."""
        return self.sentences if self.result is None else self.result.rows
