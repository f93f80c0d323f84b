"""The result of a query."""

import json
from dataclasses import dataclass

import pandas as pd

from dashboard.warehouse.sql import SqlFile


@dataclass(frozen=True)
class QueryResult:
    """A file of queries/, its parameters, and the rows (columns: see the file's header)."""

    file: SqlFile
    params: dict[str, object]
    rows: pd.DataFrame

    @property
    def params_json(self) -> str:
        """The parameters as JSON, with which the question can be run again: it casts each."""
        return params_json(self.params)

    @property
    def key(self) -> tuple[str, str]:
        """Name and parameters."""
        return self.file.name, self.params_json


def params_json(params: dict[str, object]) -> str:
    """Parameters as JSON, sorted by name."""
    return json.dumps(params, default=str, sort_keys=True)
