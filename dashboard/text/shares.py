"""Sentences on the share of one population that each assistant reaches."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.claims import measurer_name, period_text, scope_exceptions, source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html, escape_markdown, strip_tags
from dashboard.text.labels import code_label

SURVEY = ["stated_by", "last_day", "population"]


def row_groups(view: ViewContext, rows: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """Each survey, the newest first, and the labels of its shares; `rows` as sort_surveys has them."""
    groups = []
    for _, survey in rows.groupby(SURVEY, sort=False):
        shares = survey.to_dict("records")
        groups.append((_survey_heading(view, shares[0]), [_share_label(view, row) for row in shares]))
    return groups


def sort_surveys(rows: pd.DataFrame) -> pd.DataFrame:
    """The newest survey first, and its largest share; `population` is empty where there is none."""
    return rows.assign(population=rows["population"].fillna("")).sort_values(
        ["last_day", "stated_by", "population", "share"], ascending=[False, True, True, False], kind="stable"
    )


def _survey_heading(view: ViewContext, row: Row) -> str:
    t = view.texts
    population = ", ".join([escape_html(_population(view, row)), *scope_exceptions(t, row)])
    survey = f"<b>{escape_html(measurer_name(t, row['stated_by']))}</b>, {period_text(t, row)}"
    return f"{survey}<br>{population}"


def _share_label(view: ViewContext, row: Row) -> str:
    return f"<b>{view.app_name(row['app'])}</b> {_percent(view, row)}"


def hover_texts(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Hover text of each share: app, share, survey and population."""
    return [f"{_share_label(view, row)}<br>{_survey_heading(view, row)}" for row in rows.to_dict("records")]


def title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The newest of the populations in which most apps were measured."""
    t = view.texts
    groups = rows.groupby(["stated_by", "last_day"], sort=False)
    largest = max((group for _, group in groups), key=lambda group: (len(group), group["last_day"].iloc[0]))
    shares = [f"{view.app_name(row['app'])} {_percent(view, row)}" for row in largest.to_dict("records")]
    first = largest.iloc[0].to_dict()
    return t(
        "{who}, {when}, of {population}: {list}",
        who=escape_markdown(source_name(t, first["stated_by"])),
        when=period_text(t, first),
        population=escape_markdown(_population(view, first)),
        list=t.join(shares),
    )


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: every share."""
    return view.texts.join_semicolons(strip_tags(text) for text in hover_texts(view, rows))


def _percent(view: ViewContext, row: Row) -> str:
    t = view.texts
    if pd.isna(row["low"]):
        return t("{share}%", share=t.number(row["share"]))
    low, high = (t.number(float(f"{row[end]:.2g}")) for end in ("low", "high"))
    return t("{low} to {high}%", low=low, high=high)


def _population(view: ViewContext, row: Row) -> str:
    t = view.texts
    if isinstance(row["population"], str) and row["population"]:
        return code_label(t, row["population"])
    unit = code_label(t, row["unit"])
    return t("all assistants’ {n} ({unit})", n=t.compact(row["total"]), unit=unit)
