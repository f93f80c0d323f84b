"""Every result that a page rests on, whole and once."""

from dashboard.sections.view import View
from dashboard.warehouse.query_result import QueryResult

Results = dict[str, QueryResult]  # by their ids in the file


def all_results(view: View) -> Results:
    """What was displayed, in the page's order, then what else was queried for its words; rows in SQL's order."""
    displayed = {block.result.key: block.result for block in view.blocks if block.result}
    results = displayed | {result.key: result for result in view.results}
    return {f"q{number}": result for number, result in enumerate(results.values(), 1)}
