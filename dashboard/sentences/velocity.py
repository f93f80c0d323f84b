"""Sentences on downloads a day and on doubling."""

import re

import pandas as pd

from dashboard.figures.velocity import rate
from dashboard.sentences.launch import Row, scope
from dashboard.session import View
from dashboard.words import term

TOLD = 3  # launches that a title names
ENOUGH = 3  # counts of one series for a doubling time


def stretch(view: View, row: Row) -> str:
    """The label of one stretch: app and days over its scope and who stated it."""
    t = view.texts
    days = t("days {first} to {last}", first=t.number(row["from_day"]), last=t.number(row["to_day"]))
    said = t.label(f"{view.name(row['app'])}, {days}", rate(row, t))
    return f"<b>{said}</b><br>{row['stated_by']}, {scope(view, row)}"


def speed_title(view: View, rows: pd.DataFrame) -> str:
    """The earliest average of each app in the race."""
    t = view.texts
    same = rows[(rows["race"] == "same") & (rows["from_day"] == 0)]
    firsts = same.sort_values("to_day", kind="stable").drop_duplicates("app").head(TOLD).to_dict("records")
    told = [
        t(
            "{app} {rate} over {days}",
            app=view.name(row["app"]),
            rate=rate(row, t),
            days=t.count("{n} day", "{n} days", int(row["to_day"]) + 1),
        )
        for row in firsts
    ]
    return t("First known averages: {list}", list=t.clauses(told)) if told else t("Averages since launch")


def speed_alt(view: View, rows: pd.DataFrame) -> str:
    told = [stretch(view, row).replace("<br>", ", ") for row in rows.to_dict("records")]
    return view.texts.clauses(re.sub(r"</?b>", "", one) for one in told)


def period_title(view: View, rows: pd.DataFrame) -> str:
    """The period with the highest average a day."""
    t = view.texts
    top = rows.sort_values("least").iloc[-1].to_dict()
    return t(
        "The fastest period: {app}, {value} downloads, {first} to {last}, {rate}",
        app=view.name(top["app"]),
        value=t.compact(top["value"]),
        first=t.partial(top["period_start"]),
        last=t.partial(top["period_end"]),
        rate=rate(top, t),
    )


def period_alt(view: View, rows: pd.DataFrame) -> str:
    t = view.texts
    return t.clauses(
        t.label(
            f"{view.name(row['app'])}, {t.partial(row['period_start'])} – {t.partial(row['period_end'])}",
            f"{t.compact(row['value'])}, {rate(row, t)}",
        )
        for row in rows.to_dict("records")
    )


def left_out(view: View, answer: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """What of the periods is not drawn, and why."""
    t = view.texts
    first = answer[answer["copy"] == 1]
    endless = int(first["first_day"].isna().sum())
    other = len(first) - len(drawn) - endless
    parts = [
        t.count(
            "{n} period of another platform or country", "{n} periods of another platform or country", other
        ),
        t.count(
            "{n} whose source does not say when it began",
            "{n} whose source does not say when they began",
            endless,
        ),
    ]
    return t("Not drawn, but in the data below: {list}.", list=t.join(parts)) if other + endless else ""


def doubling(view: View, rows: pd.DataFrame) -> list[str]:
    """Doubling times that can be told, then of whom there are not enough counts."""
    t = view.texts
    told = [_doubled(view, row) for row in rows[rows["most"].notna()].to_dict("records")]
    most = rows[rows["metric"] == "downloads_cumulative"].groupby("app")["counts"].max()
    few = [view.name(app) for app in view.filters.race_params()["apps"] if most.get(app, 0) < ENOUGH]
    if few:
        told.append(
            t(
                "Downloads: not enough. No source published three counts of one series for {list}.",
                list=t.join(few),
            )
        )
    return told


def _doubled(view: View, row: Row) -> str:
    t = view.texts
    return t(
        "{app}, {metric}: doubled in {least} to {most} days, by {n} counts of {who} from {first} to {last}.",
        app=view.name(row["app"]),
        metric=term(view.catalog, t, "metrics", row["metric"]),
        least=t.number(int(row["least"])),
        most=t.number(-int(-row["most"] // 1)),
        n=t.number(row["counts"]),
        who=row["stated_by"],
        first=t.day(row["first_day"]),
        last=t.day(row["last_day"]),
    )
