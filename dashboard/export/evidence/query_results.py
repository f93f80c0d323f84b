"""The distinct query results behind a page."""

from dashboard.sections.blocks import Figure, ResultTable, flatten
from dashboard.sections.view import View
from dashboard.warehouse.query_result import QueryResult

Results = dict[str, QueryResult]  # by their ids in the file


def displayed_results(view: View) -> list[QueryResult]:
    """The results of the page's figures and tables, in their order."""
    return [block.result for block in flatten(view.blocks) if isinstance(block, Figure | ResultTable)]


def all_results(view: View) -> Results:
    """Displayed results in the page's order, then those queried for its text only."""
    displayed = {result.key: result for result in displayed_results(view)}
    results = displayed | {result.key: result for result in view.results}
    return {f"q{number}": result for number, result in enumerate(results.values(), 1)}
