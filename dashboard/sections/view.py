"""The view: what a page is made from, and the results it queried."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Concatenate, ParamSpec

import pandas as pd

from dashboard.sections.blocks import Block
from dashboard.text.context import ViewContext
from dashboard.warehouse import cache
from dashboard.warehouse.folder import data_version
from dashboard.warehouse.query_result import QueryResult
from dashboard.warehouse.sql import SqlFile
from dashboard.warehouse.warehouse import Warehouse

P = ParamSpec("P")


@dataclass(frozen=True)
class View(ViewContext):
    """A context that can query.

    `results` are the page's so far, so that a pinned view can say what has changed; `blocks` its content so far, for
    the exports. `version` names the snapshots that all of it comes from. `whole` is True where nothing waits for a
    reader's press: all tabs are built. `dependencies` is all that a cached section was built from, None for a query
    that failed; of a page itself nobody asks that.
    """

    results: list[QueryResult] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    version: str = field(default_factory=data_version)
    whole: bool = False
    dependencies: list[QueryResult | None] | None = None

    def query(
        self,
        question: Callable[Concatenate[Warehouse, P], pd.DataFrame],
        *args: P.args,
        **params: P.kwargs,
    ) -> QueryResult:
        """The cached result of one of questions.py; raises SnapshotError on a damaged file."""
        result = self.query_untracked(question, *args, **params)
        self.results.append(result)
        return result

    def query_untracked(
        self,
        question: Callable[Concatenate[Warehouse, P], pd.DataFrame],
        *args: P.args,
        **params: P.kwargs,
    ) -> QueryResult:
        """As query, for widgets and the frame: its numbers are none of the page's."""
        result = None
        try:
            result = cache.query_result(self.version, self.filters.as_of, question.__name__, dict(params))
        finally:
            self.record_dependencies(result)
        return result

    def record_dependencies(self, *results: QueryResult | None) -> None:
        """Add to what a cached section is built from."""
        if self.dependencies is not None:
            self.dependencies.extend(results)

    def result_unchanged(self, before: QueryResult) -> bool:
        """True where the same query has the same rows in this view; raises SnapshotError as querying does."""
        now = cache.query_result(self.version, self.filters.as_of, before.file.name, before.params)
        return now.rows.equals(before.rows)

    def current_result(self, result: QueryResult) -> QueryResult:
        """The result of the same query over the newest data."""
        return cache.query_result(self.version, None, result.file.name, result.params)

    def file(self, question: Callable[..., pd.DataFrame]) -> SqlFile:
        """The file of queries/ of one of questions.py."""
        return self.warehouse.sql_file(question.__name__)

    @property
    def moment(self) -> datetime | None:
        """The moment that the view is as of: its own, else that of the newest data; None without data."""
        return self.filters.as_of or self.warehouse.newest_ingest

    @property
    def warehouse(self) -> Warehouse:
        """DuckDB over the snapshots of this view."""
        return cache.warehouse_for(self.version, self.filters.as_of)
