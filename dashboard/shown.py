"""What a page has shown: each answer with its figure and words, so that it can be taken away whole."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go


@dataclass(frozen=True)
class Shown:
    """One answer as the page showed it; without a title it is the question's own table.

    `question` is the file's name, `asked` its parameters as JSON, `rows` the answer in the page's order. Without
    a question, `rows` or `lead` are sentences in markdown that the page made of several answers.
    """

    question: str
    asked: str
    rows: pd.DataFrame
    title: str = ""
    figure: go.Figure | None = None
    alt: str = ""
    about: str = ""
    lead: str = ""
