"""The labels of an evidence file in the reader's language."""

from datetime import datetime
from typing import Any

from dashboard.export.evidence.sections import MAX_OPEN_ROWS
from dashboard.text.context import ViewContext


def build_labels(view: ViewContext, record: dict[str, Any]) -> dict[str, str]:
    """Every heading, label and sentence of the file by a short name; `record` is record.build_record's."""
    t = view.texts
    moment = {name: _format_utc(view, record[name]) for name in ("as_of", "made_at", "newest_ingest")}
    live = t(
        "Live when it was made, {made_at}; the link is pinned to the newest data, which shows the same numbers.",
        **moment,
    )
    return {
        "evidence": t("Evidence file"),
        "link": t("Link to this view"),
        "as_of_name": t("As of"),
        "as_of": moment["as_of"] if record["pinned"] else live,
        "made_name": t("Made"),
        "made": moment["made_at"],
        "newest_name": t("Newest data in it"),
        "newest": moment["newest_ingest"],
        "contents": t("Contents"),
        "shown": t("What the page shows"),
        "folded": t(
            "Tables of more than {n} rows are folded; unfold those that are to be printed.",
            n=t.number(MAX_OPEN_ROWS),
        ),
        "no_script": t("The chart needs JavaScript; in words it says this, and the table has its numbers:"),
        "png": t("Picture as PNG"),
        "svg": t("Picture as SVG"),
        "alt": t("The chart in words"),
        "table": t("Table"),
        "empty": t("No row."),
        "question": t("SQL and parameters"),
        "sources": t("Sources"),
        "kind": t("Kind"),
        "source": t("Source"),
        "dated": t("Date"),
        "no_source": t("No source is named by these answers."),
        "questions": t("The questions, with parameters and SQL"),
        "parameter": t("Parameter"),
        "value": t("Value"),
        "no_parameter": t("No parameter."),
        "sql": t("SQL"),
        "files": t("Data files, with checksums"),
        "file": t("File"),
        "taken_in": t("Added (UTC)"),
        "again": t("Find these numbers again"),
        "how": t(
            "In a copy of the repository with its data, this asks each question again by the SQL and parameters of this file"
            " and says whether each row is equal, or what differs:"
        ),
        "apart": t("In the repository, the SQL of views and functions stands in `queries/`."),
        "rows": t("rows"),
    }


def _format_utc(view: ViewContext, iso: str | None) -> str:
    return view.texts.utc_datetime(datetime.fromisoformat(iso)) if iso else "–"
