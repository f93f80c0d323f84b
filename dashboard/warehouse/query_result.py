"""One question as it was answered."""

import json
from dataclasses import dataclass

import pandas as pd

from dashboard.warehouse.sql import SqlFile


@dataclass(frozen=True)
class QueryResult:
    """The file of queries/, the parameters it was asked with, and its rows (columns: see the file's header)."""

    file: SqlFile
    params: dict[str, object]
    rows: pd.DataFrame

    @property
    def params_json(self) -> str:
        """The parameters as JSON; a question casts each, so it can be asked with them again."""
        return params_json(self.params)

    @property
    def key(self) -> tuple[str, str]:
        """Name and parameters: results of one key answer one question."""
        return self.file.name, self.params_json


def params_json(params: dict[str, object]) -> str:
    """A question's parameters as JSON, the same for equal parameters in any order."""
    return json.dumps(params, default=str, sort_keys=True)
