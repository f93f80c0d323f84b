"""Table and title of what consumers spent in assistants."""

from collections.abc import Iterable

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.audience import join_by_evidence
from dashboard.text.claims import measured_by, measurer_name, period_text, scope_exceptions, source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, markdown_link
from dashboard.text.labels import code_label
from dashboard.text.launches import number_text, short_number


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The greatest total, on its best evidence, of the first app that has one."""
    t = view.texts
    claims = join_by_evidence(t, greatest_claims(view, rows, view.filters.apps)[:1])
    return t.label(t("Consumer spending"), claims[0]) if claims else t("Consumer spending")


def greatest_claims(view: ViewContext, rows: pd.DataFrame, apps: Iterable[str]) -> list[tuple[str, str]]:
    """The greatest total of each app, and its qualifiers, period and measurer."""
    greatest = rows[rows["place"] == 1].set_index("app", drop=False)
    return [_claim(view, greatest.loc[app].to_dict()) for app in apps if app in greatest.index]


def _claim(view: ViewContext, row: Row) -> tuple[str, str]:
    t = view.texts
    text = f"{view.app_name(row['app'])} {number_text(view, row)} {code_label(t, row['unit'])}"
    details = [*scope_exceptions(t, row), period_text(t, row), escape_markdown(measured_by(t, row))]
    return text, ", ".join(details)


def build_table(view: ViewContext, rows: pd.DataFrame) -> pd.DataFrame:
    """A row per claim: amount, period, scope, measurer, and a link to the publisher."""
    t = view.texts
    cells = [
        {
            t("Amount"): f"{short_number(view, row)} {code_label(t, row['unit'])}",
            t("Period"): period_text(t, row),
            t("Platform"): t.join_semicolons(scope_exceptions(t, row)) or code_label(t, "all"),
            t("Measured by"): escape_markdown(measurer_name(t, row["stated_by"])),
            t("Quoted in"): markdown_link(source_name(t, row["publisher"]), row["url"]),
        }
        for row in rows.to_dict("records")
    ]
    names = [escape_markdown(view.app_name(app)) for app in rows["app"]]
    return pd.DataFrame(cells, index=pd.Index(names, name=t("Assistant")))
