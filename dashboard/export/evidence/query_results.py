"""The distinct query results behind a page."""

from dashboard.sections.view import View
from dashboard.warehouse.query_result import QueryResult

Results = dict[str, QueryResult]  # by their ids in the file


def all_results(view: View) -> Results:
    """Displayed results in the page's order, then those queried for its text only."""
    displayed = {block.result.key: block.result for block in view.blocks if block.result}
    results = displayed | {result.key: result for result in view.results}
    return {f"q{number}": result for number, result in enumerate(results.values(), 1)}
