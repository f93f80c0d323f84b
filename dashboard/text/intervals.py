"""Sentences on the time that launches took to a goal, and on the bounds of their downloads."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text import bounds
from dashboard.text.claims import scope_text
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html
from dashboard.text.launches import evidence_text, filter_comparable
from dashboard.text.time_to import days_text, is_like_for_like, time_to_symbol, time_to_text


def filter_goal(view: ViewContext, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the chosen goal, those of the race first; the others only where the reader wants every scope."""
    return _sort_race_first(filter_comparable(view, rows[rows["goal"] == view.filters.goal]))


def _sort_race_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Comparable launches first, then the others of the race, then the rest."""
    keys = [(row["race"] != "same", not is_like_for_like(row)) for row in rows.to_dict("records")]
    order = sorted(range(len(rows)), key=lambda index: keys[index])
    return rows.iloc[order]


def add_texts(view: ViewContext, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the texts of their launches in a chart."""
    launches = rows.to_dict("records")
    return rows.assign(
        label=_launch_labels(view, rows),
        finding=[_launch_finding(view, row) for row in launches],
        hover=[_launch_hover(view, row) for row in launches],
    )


def _launch_labels(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Label of each launch, left of the axis: its scope too where launches of several scopes stand together."""
    scopes = rows[["platform", "scope"]].drop_duplicates()
    many = len(scopes) > 1
    return [
        f"{view.app_name(row['app'])}<br>{scope_text(view.texts, row)}" if many else view.app_name(row["app"])
        for row in rows.to_dict("records")
    ]


def _launch_finding(view: ViewContext, row: Row) -> str:
    """The words at the mark of one launch: its bound, or that it is a first count only."""
    t = view.texts
    if row["unranked"] == "first_count":
        return t("first count day {day}: {value}", day=days_text(row, t), value=t.floor(row["value"]))
    return time_to_symbol(row, t)


def _launch_hover(view: ViewContext, row: Row) -> str:
    """Hover text of one launch: its interval, its scope and the sources of its bounds."""
    text = view.texts.label(f"<b>{view.app_name(row['app'])}</b>", time_to_text(row, view.texts))
    return f"{text}<br>{scope_text(view.texts, row)}<br>{_bound_sources(view, row)}"


def _bound_sources(view: ViewContext, row: Row) -> str:
    """The sources of the bounds, and the part that they speak of where it is not the whole."""
    stated_by = [row[name] for name in ("after_by", "stated_by", "sure_by") if isinstance(row[name], str)]
    sources = view.texts.join(escape_html(source) for source in dict.fromkeys(stated_by))
    part = {"platform": row["from_platform"], "scope": row["from_scope"]}
    whole = {name: row[name] for name in part}
    is_part = bool(pd.notna(row["by_day"])) and part != whole
    return f"{sources} ({scope_text(view.texts, part)})" if is_part else sources


def time_title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The chosen goal and the day by which each comparable launch reached it."""
    return bounds.headline(view, rows, view.filters.goal)


def time_lead(view: ViewContext, rows: pd.DataFrame) -> str:
    """The launches that the title leaves out, each by itself."""
    sentences = bounds.describe_unranked_launches(view, rows)
    return f"{view.texts.join_semicolons(sentences)}." if sentences else ""


def time_alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: the interval of every launch."""
    t = view.texts
    parts = [
        t.label(f"{view.app_name(row['app'])} ({scope_text(view.texts, row)})", time_to_text(row, t))
        for row in rows.to_dict("records")
    ]
    return t(
        "Days to {goal} downloads. {list}.", goal=t.compact(view.filters.goal), list=t.join_semicolons(parts)
    )


def time_to_table(view: ViewContext, rows: pd.DataFrame, goals: Sequence[int]) -> pd.DataFrame:
    """The interval to each goal: a row per launch, indexed by its assistant, a column per goal."""
    t = view.texts
    cells_by_launch: dict[tuple[str, str], dict[str, str]] = {}
    for row in _sort_race_first(filter_comparable(view, rows)).to_dict("records"):
        launch = view.app_name(row["app"]), scope_text(view.texts, row)
        cells_by_launch.setdefault(launch, {})[t.compact(row["goal"])] = time_to_symbol(row, t).replace(
            ">",
            r"\>",  # a quotation in markdown
        )
    index = [t("Assistant"), t("Where")]
    table = pd.DataFrame(
        [dict(zip(index, launch, strict=True)) | cells for launch, cells in cells_by_launch.items()]
    )
    columns = [*index, *(t.compact(goal) for goal in goals)]
    table = _blank_implied(table.reindex(columns=columns).astype(object).fillna("–"), columns[len(index) :])
    if table.empty:
        return table
    table = table.loc[:, (table != "").any()].set_index(index[0])
    return table.drop(columns=index[1]) if table[index[1]].nunique() == 1 else table


def _blank_implied(table: pd.DataFrame, goals: list[str]) -> pd.DataFrame:
    """The table without the cells that say of a number what the next one says: who has a million has half of it."""
    for goal, higher in pairwise(goals):
        table.loc[(table[goal] == table[higher]) & (table[goal] != "–"), goal] = ""
    return table


def envelope_title(view: ViewContext, steps: pd.DataFrame) -> str:
    """The greatest floor of a comparable launch, and where sources contradict each other."""
    t = view.texts
    comparable = steps[steps["like_for_like"]].dropna(subset=["floor"])
    parts = []
    if len(comparable):
        top = comparable.sort_values(["floor", "day"], ascending=[True, False]).iloc[-1].to_dict()
        parts = [t.label(view.app_name(top["app"]), _floor_text(view, top))]
    disputed = steps[steps["disputed"]]
    if len(disputed):
        app, day = view.app_name(disputed.iloc[0]["app"]), t.number(disputed.iloc[0]["day"])
        parts.append(t("sources contradict each other on {app}, day {day}", app=app, day=day))
    return t.join_semicolons(parts) if parts else t("Downloads by days since launch")


def _floor_text(view: ViewContext, row: Row) -> str:
    """The floor of a day, and its evidence."""
    t = view.texts
    last = int(row["day"])
    first = max(last - int(row["zero_days"]), 0)
    days = t.number(last) if first == last else f"{t.number(first)}–{t.number(last)}"
    fields = {"value": t.floor(row["floor"]), "day": days}
    if row["floor_about"]:
        text = t("at least {value} by about day {day}", **fields)
    else:
        text = t("at least {value} by day {day}", **fields)
    return f"{text}, {evidence_text(view, row['floor_kind'], row['floor_by'])}"


def envelope_alt(view: ViewContext, steps: pd.DataFrame) -> str:
    """Alternative text: the newest floor of each app."""
    newest = steps.dropna(subset=["floor"]).groupby("app", sort=False).tail(1).to_dict("records")
    return view.texts.join_semicolons(
        view.texts.label(view.app_name(row["app"]), _floor_text(view, row)) for row in newest
    )
