"""Sentences on downloads a day and on doubling times."""

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text.bounds import day_range
from dashboard.text.claims import scope_text
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown
from dashboard.text.labels import catalog_label
from dashboard.text.launches import evidence_text
from dashboard.text.translator import Translator

RATE_DIGITS = 3  # significant
MAX_NAMED = 3  # launches in a title
FIRST_MONTH_DAYS = 31  # averages of a first month may share a title
MIN_APPS = 2  # of one period, to compare them
MIN_COUNTS = 3  # of one series, for a doubling time


def rate_text(row: Row, t: Translator) -> str:
    """An average in words, rounded outward: at least 66.6K a day; 120K to 127K a day."""
    least = t.floor(row["least"], RATE_DIGITS)
    if pd.isna(row["most"]):
        return t("at least {least} a day", least=least)
    most = t.ceiling(row["most"], RATE_DIGITS)
    if least == most:
        return t("{least} a day", least=least)
    return t("{least} to {most} a day", least=least, most=most)


def _days(view: ViewContext, row: Row) -> str:
    """The days that an average is taken over, and the first of them."""
    t = view.texts
    # a floor rests on the most days alone
    days = day_range(view, row["days_most" if pd.isna(row["most"]) else "days_least"], row["days_most"])
    if row["approximate"]:
        days = t("about {days}", days=days)
    if not row["since_launch"]:
        return t("over {days} from {day}", days=days, day=t.day(row["first_day"]))
    if row["first_day"] == row["first_until"]:
        return t("over the {days} from its launch on {day}", days=days, day=t.day(row["first_day"]))
    launched = t.days(row["first_day"], row["first_until"])
    return t("over the {days} from its launch ({day})", days=days, day=launched)


def speed_title(view: ViewContext, rows: pd.DataFrame) -> str:
    """Undisputed averages of the first month, each over its own days, in the reader's order."""
    t = view.texts
    early = rows["since_launch"] & (rows["days_most"] <= FIRST_MONTH_DAYS)
    undisputed = rows[(rows["race"] == "same") & early & ~rows["contested"]]
    by_length = undisputed.sort_values("days_most", kind="stable")
    shortest = by_length.drop_duplicates("app").head(MAX_NAMED).sort_index()
    parts = [
        f"{view.app_name(row['app'])} {rate_text(row, t)} {_days(view, row)}, "
        + evidence_text(view, row["kind"], row["stated_by"])
        for row in shortest.to_dict("records")
    ]
    if not parts:
        return t("Averages since launch")
    return t("First known averages: {list}", list=t.join_semicolons(parts))


def speed_table(view: ViewContext, rows: pd.DataFrame) -> pd.DataFrame:
    """Every average, indexed by its assistant: downloads a day, over which days, where, by whom."""
    t = view.texts
    table = pd.DataFrame(
        {
            t("Assistant"): view.app_name(row["app"]),
            t("Downloads a day"): rate_text(row, t),
            t("Days"): _days(view, row),
            t("Where"): scope_text(t, row),
            t("Stated by"): escape_markdown(row["stated_by"]),
        }
        for row in rows.to_dict("records")
    )
    return table.set_index(t("Assistant"))


def period_title(view: ViewContext, rows: pd.DataFrame) -> str:
    """The period that one source gives for most apps, app by app; periods of different lengths are not compared."""
    t = view.texts
    shared = ["period_start", "period_end", "stated_by"]
    app_counts = rows.groupby(shared)["app"].transform("nunique")
    if app_counts.max() < MIN_APPS:
        return t("Downloads of {n} periods of different lengths, not to be compared", n=t.number(len(rows)))
    top = rows[app_counts == app_counts.max()]
    row = top[top["last_day"] == top["last_day"].max()].iloc[0]
    period_rows = top[(top[shared] == row[shared]).all(axis="columns")].sort_values("value", ascending=False)
    downloads = [
        f"{view.app_name(claim['app'])} {t.compact(claim['value'])}"
        for claim in period_rows.to_dict("records")
    ]
    return t(
        "{first} to {last}: {list}, {evidence}",
        first=t.partial_date(row["period_start"]),
        last=t.partial_date(row["period_end"]),
        list=t.join(downloads),
        evidence=evidence_text(view, row["kind"], row["stated_by"], many=True),
    )


def period_alt(view: ViewContext, rows: pd.DataFrame) -> str:
    """Alternative text: every period with its downloads and average."""
    t = view.texts
    return t.join_semicolons(
        t.label(
            f"{view.app_name(row['app'])}, {t.partial_date(row['period_start'])} – {t.partial_date(row['period_end'])}",
            f"{t.compact(row['value'])}, {rate_text(row, t)}",
        )
        for row in rows.to_dict("records")
    )


def excluded_periods(view: ViewContext, answer: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """The number of periods that are not drawn, by reason."""
    t = view.texts
    statements = answer[answer["copy"] == 1]
    without_start = int(statements["first_day"].isna().sum())
    other_scope = len(statements) - len(drawn) - without_start
    parts = [
        t.count(
            "{n} period of another platform or country",
            "{n} periods of another platform or country",
            other_scope,
        ),
        t.count(
            "{n} whose source does not say when it began",
            "{n} whose source does not say when they began",
            without_start,
        ),
    ]
    text = t("Not drawn, but in the data below: {list}.", list=t.join(parts))
    return text if other_scope + without_start else ""


def doubling_lines(view: ViewContext, rows: pd.DataFrame) -> list[str]:
    """Doubling times, then the apps with too few counts."""
    t = view.texts
    lines = [_doubling_line(view, row) for row in rows[rows["most"].notna()].to_dict("records")]
    counts = rows[rows["metric"] == "downloads_cumulative"].groupby("app")["counts"].max()
    apps = view.filters.launch_params()["apps"]
    names = t.join(view.app_name(app) for app in apps if counts.get(app, 0) < MIN_COUNTS)
    text = t("Downloads: not enough. No source published three counts of one series for {list}.", list=names)
    return [*lines, text] if names else lines


def _doubling_line(view: ViewContext, row: Row) -> str:
    """The growth between two counts, and the doubling time at that pace."""
    t = view.texts
    days = (row["last_day"] - row["first_day"]).days
    return t(
        "{app}, {metric}: from about {first_value} to {last_value} in {days} ({first} to {last}); at that pace it"
        " doubles in {least} to {most} days, by {n} counts of {who}.",
        app=view.app_name(row["app"]),
        metric=catalog_label(view.catalog, t, "metrics", row["metric"]),
        first_value=t.compact(row["first_value"]),
        last_value=t.compact(row["last_value"]),
        days=t.day_count(days),
        least=t.number(int(row["least"])),
        most=t.number(-int(-row["most"] // 1)),
        n=t.number(row["counts"]),
        who=escape_markdown(row["stated_by"]),
        first=t.day(row["first_day"]),
        last=t.day(row["last_day"]),
    )
