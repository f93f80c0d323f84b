"""What consumers spent in each assistant, as estimated: a table of dated claims."""

from dashboard.sections.blocks import Block, Heading, ResultTable, Text, TextTable
from dashboard.sections.view import View
from dashboard.text import spending as spending_text
from dashboard.text.provenance import claims_line
from dashboard.warehouse import questions


def spending(view: View) -> list[Block]:
    """Every estimate up to the end of the period, the newest of each assistant first; no block without one."""
    t, f = view.texts, view.filters
    result = view.query(questions.spending, apps=f.apps, until=f.until)
    if result.rows.empty:
        return []
    return [
        Heading(spending_text.title(view, result.rows), "spending"),
        TextTable(spending_text.build_table(view, result.rows), t("Consumer spending")),
        Text(claims_line(view, result.rows), "caption"),
        ResultTable("spending", result, t("Data, CSV and SQL")),
    ]
