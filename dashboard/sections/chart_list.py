"""The list of a chart in one snapshot, with the snapshots before and after it."""

from datetime import datetime

from dashboard.domain.types import Row
from dashboard.sections import missing_data
from dashboard.sections.blocks import Block, Choice, Columns, FilterButton, Heading, ResultTable, Text
from dashboard.sections.view import View
from dashboard.text.rank import list_title
from dashboard.warehouse import questions


def chart_list(view: View) -> list[Block]:
    """The chosen snapshot, or the last of the period; the ranks that it kept, assistants named."""
    t, f = view.texts, view.filters
    rows = view.query(questions.chart_snapshots, **f.chart_day_params()).rows.to_dict("records")
    if not rows:
        reason = t("No snapshot of this chart in this period.")
        return missing_data.suggest_charts(view, "list", t("The list of a day"), reason)
    at = _position(f.after, rows)
    row = rows[at]
    result = view.query(
        questions.chart_list,
        **f.chart_params(),
        observed_at=row["observed_at"].to_pydatetime(),
        collection=row["collection"],
    )
    return [
        _choices(view, rows, at),
        Heading(list_title(view, row, result.rows), "list", level=3),
        *_scope_note(view, row),
        ResultTable("list", result),
    ]


def _position(chosen: datetime | str, rows: list[Row]) -> int:
    """The position of the newest snapshot that is not after the chosen moment, else of the first."""
    if isinstance(chosen, str):
        return len(rows) - 1
    return max((n for n, row in enumerate(rows) if row["observed_at"] <= chosen), default=0)


def _choices(view: View, rows: list[Row], at: int) -> Block:
    """The choice of a snapshot, and the ways to the ones before and after."""
    t, chosen = view.texts, view.filters.after
    names = {_moment(row): t.utc_datetime(row["observed_at"], row["time_precision"]) for row in rows}
    options = {"last": t("the last of the period")} | names
    options.setdefault(chosen, t.utc_datetime(chosen) if isinstance(chosen, datetime) else str(chosen))
    steps = {"previous": (at - 1, t("Previous snapshot")), "next": (at + 1, t("Next snapshot"))}
    buttons = [
        FilterButton(f"list-{name}", label, {"after": _moment(rows[n])})
        for name, (n, label) in steps.items()
        if 0 <= n < len(rows)
    ]
    return Columns(((Choice("after", t("Snapshot"), options, "select"), *buttons),), (1,))


def _moment(row: Row) -> datetime:
    moment: datetime = row["observed_at"].to_pydatetime()
    return moment


def _scope_note(view: View, row: Row) -> list[Block]:
    if row["scope"] == "all":
        return []
    return [
        Text(view.texts("This archive kept the ranks of assistants only, not the whole list."), "caption")
    ]
