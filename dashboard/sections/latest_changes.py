"""What changed lately in the country's charts: a new no. 1, or who entered or left a top 10."""

from dashboard.sections.blocks import Block, Heading, ResultTable, Text, bullet_list
from dashboard.sections.view import View
from dashboard.text import changes as changes_text
from dashboard.warehouse import questions

MAX_ENTRIES = 5  # one chart on one day is one entry
ENTRY = ["day", "store", "chart", "category", "collection"]


def latest_changes(view: View) -> list[Block]:
    """The newest changes up to the end of the chosen days."""
    t, f = view.texts, view.filters
    result = view.query(questions.chart_changes, country=f.country)
    rows = result.rows[result.rows["day"] <= f.until]
    entries = [entry for _, entry in rows.groupby(ENTRY)][-MAX_ENTRIES:]
    heading = Heading(t("Latest changes: {country}", country=t.country(f.country)), "changes")
    if not entries:
        text = t(
            "No assistant reached no. 1, or entered or left a top 10, between two snapshots up to the end of this period."
        )
        return [heading, Text(text, "caption")]
    sentences = [changes_text.describe_entry(view, entry.to_dict("records")) for entry in reversed(entries)]
    return [heading, *bullet_list(sentences), ResultTable("changes", result, t("Data, CSV and SQL"))]
