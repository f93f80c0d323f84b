"""Sentences on one chart at two readings: apps that climbed, fell, are new or left."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_html, escape_markdown, escape_plain

MAX_DRAWN = 6  # climbers, and as many fallers
MAX_NAMED = 3  # new apps, and apps that left, besides the assistants


def select_drawn(view: ViewContext, answer: pd.DataFrame) -> pd.DataFrame:
    """The greatest climbers and fallers, and every assistant in both readings; columns: see queries/movers.sql."""
    both = answer[answer["climbed"].notna()]
    assistants = assistant_ids(view)
    up, down = both[both["move"] == "climbed"].head(MAX_DRAWN), both[both["move"] == "fell"].tail(MAX_DRAWN)
    labels = {*up.index, *down.index, *both[both["app"].isin(assistants)].index}
    return both[both.index.isin(labels)]


def assistant_ids(view: ViewContext) -> set[str]:
    """The ids of the selectable apps that are no benchmark."""
    return {app.id for app in view.catalog.selectable_apps()} - set(view.catalog.benchmarks())


def app_label(view: ViewContext, row: Row) -> str:
    """Label of one app: its name and its move."""
    return f"<b>{escape_html(_name(view, row))}</b><br>{_move_text(view, row)}"


def _name(view: ViewContext, row: Row) -> str:
    return view.app_name(row["app"]) if isinstance(row["app"], str) else str(row["app_name"])


def _move_text(view: ViewContext, row: Row) -> str:
    t = view.texts
    ends = {"before": t.ordinal(int(row["rank_before"])), "after": t.ordinal(int(row["rank_after"]))}
    if row["move"] == "stayed":
        return t("{after} in both", **ends)
    places = t.number(abs(int(row["climbed"])))
    if row["move"] == "climbed":
        return t("{before} to {after}, up {n}", **ends, n=places)
    return t("{before} to {after}, down {n}", **ends, n=places)


def title(view: ViewContext, answer: pd.DataFrame) -> str:
    """The greatest climb and the greatest fall."""
    rows = [answer[answer["move"] == "climbed"].head(1), answer[answer["move"] == "fell"].tail(1)]
    parts = [
        f"{escape_markdown(_name(view, row))} {_move_text(view, row)}"
        for row in pd.concat(rows).to_dict("records")
    ]
    return view.texts.join_semicolons(parts) or view.texts("No app in both readings moved")


def lead(view: ViewContext, answer: pd.DataFrame, before: Row, after: Row) -> str:
    """Both readings with time and depth, and the number of apps of each kind of move."""
    t = view.texts
    moves = answer["move"].value_counts()
    counts = [
        t.count("{n} climbed", "{n} climbed", int(moves.get("climbed", 0))),
        t.count("{n} fell", "{n} fell", int(moves.get("fell", 0))),
        t.count("{n} stayed", "{n} stayed", int(moves.get("stayed", 0))),
        t.count("{n} new", "{n} new", int(moves.get("new", 0))),
        t.count("{n} left", "{n} left", int(moves.get("left", 0))),
    ]
    return t(
        "{before} (top {depth}) to {after} (top {later_depth}): {moves}.",
        before=t.utc_datetime(before["observed_at"], before["time_precision"]),
        depth=before["depth"],
        after=t.utc_datetime(after["observed_at"], after["time_precision"]),
        later_depth=after["depth"],
        moves=t.join(counts),
    )


def alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: the move of every app drawn."""
    t = view.texts
    return " ".join(
        f"{t.label(escape_plain(_name(view, row)), _move_text(view, row))}."
        for row in rows.to_dict("records")
    )


def entries_and_exits(view: ViewContext, answer: pd.DataFrame) -> list[str]:
    """New apps and apps that left, the highest by name; and how many a shorter reading hides."""
    t = view.texts
    new = _names(view, answer[answer["move"] == "new"], "rank_after")
    left = _names(view, answer[answer["move"] == "left"], "rank_before")
    after, before = (int((answer["move"] == move).sum()) for move in ("unseen_after", "unseen_before"))
    missing = t.count(
        "{n} more app is missing only because the second reading is shorter: it cannot tell.",
        "{n} more apps are missing only because the second reading is shorter: it cannot tell.",
        after,
    )
    extra = t.count(
        "{n} more app is there only because the first reading is shorter: it cannot tell.",
        "{n} more apps are there only because the first reading is shorter: it cannot tell.",
        before,
    )
    sentences = {
        t("New: {apps}.", apps=new): new,
        t("Left: {apps}.", apps=left): left,
        missing: after,
        extra: before,
    }
    return [sentence for sentence, subject in sentences.items() if subject]


def _names(view: ViewContext, rows: pd.DataFrame, column: str) -> str:
    """The highest of `rows` and every assistant, with their ranks, and how many more there are."""
    t = view.texts
    ordered = rows.sort_values(column).reset_index(drop=True)
    is_assistant = ordered["app"].isin(assistant_ids(view))
    named = ordered[is_assistant | (ordered.index < MAX_NAMED)]
    names = [
        f"{escape_markdown(_name(view, row))} ({t.ordinal(int(row[column]))})"
        for row in named.to_dict("records")
    ]
    if len(ordered) > len(named):
        names.append(t.count("{n} more", "{n} more", len(ordered) - len(named)))
    return t.join(names)
