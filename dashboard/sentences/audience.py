"""Sentences on users and shares."""

import pandas as pd

from dashboard.sentences.launch import Row, number
from dashboard.session import View
from dashboard.words import term, word


def title(view: View, scope: str, rows: pd.DataFrame) -> str:
    """Each assistant's newest number of one metric in one place, with who stated it and for when."""
    t, mine = view.texts, rows[rows["app"].isin(view.filters.apps)]
    newest = mine.sort_values("last_day").drop_duplicates("app", keep="last")
    sized = newest.sort_values("value", ascending=False, kind="stable")
    together = sized.groupby(["stated_by", "period_end"], sort=False, dropna=False)
    what = term(view.catalog, t, "metrics", view.filters.metric)
    told = t.clauses(_stated(view, same) for _, same in together)
    return t("{what}, {where}: {list}", what=what, where=t.country(scope), list=told)


def _stated(view: View, rows: pd.DataFrame) -> str:
    """Numbers that one publisher stated for one period."""
    t, one = view.texts, rows.iloc[0].to_dict()
    told = t.join(f"{view.name(row['app'])} {number(view, row)}" for row in rows.to_dict("records"))
    return f"{told} ({one['stated_by']}, {t.partial(one['period_end'])})"


def heads(view: View, rows: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The words above each panel: who stated its numbers, and what is counted."""
    panels = rows.drop_duplicates(["stated_by", "unit"])
    return {
        (who, unit): f"<b>{who}</b> ({word(view.texts, unit)})"
        for who, unit in zip(panels["stated_by"], panels["unit"], strict=True)
    }


def alt(view: View, rows: pd.DataFrame) -> str:
    t = view.texts
    told = [
        t.label(
            f"{view.name(row['app'])}, {t.partial(row['period_end'])}",
            f"{number(view, row)} ({row['stated_by']})",
        )
        for row in rows.to_dict("records")
    ]
    return t.clauses(told)


def share(view: View, row: Row) -> str:
    """An assistant's share and its population, on two lines."""
    t = view.texts
    said = f"<b>{view.name(row['app'])}</b> {_percent(view, row)}"
    return f"{said} · {row['stated_by']}, {t.partial(row['period_end'])}<br>{_population(view, row)}"


def shares_title(view: View, rows: pd.DataFrame) -> str:
    """The newest population in which most of the assistants were measured."""
    t = view.texts
    groups = rows.groupby(["stated_by", "last_day"], sort=False)
    many = max((group for _, group in groups), key=lambda group: (len(group), group["last_day"].iloc[0]))
    told = [f"{view.name(row['app'])} {_percent(view, row)}" for row in many.to_dict("records")]
    one = many.iloc[0].to_dict()
    return t(
        "{who}, {when}, of {population}: {list}",
        who=one["stated_by"],
        when=t.partial(one["period_end"]),
        population=_population(view, one),
        list=t.join(told),
    )


def shares_alt(view: View, rows: pd.DataFrame) -> str:
    return view.texts.clauses(plain(share(view, row)) for row in rows.to_dict("records"))


def plain(label: str) -> str:
    """A label of a figure without its markup, for those who do not see it."""
    return label.replace("<br>", " ").replace("<b>", "").replace("</b>", "")


def _percent(view: View, row: Row) -> str:
    t = view.texts
    if pd.isna(row["low"]):
        return t("{share}%", share=t.number(row["share"]))
    low, high = (t.number(float(f"{row[end]:.2g}")) for end in ("low", "high"))
    return t("{low} to {high}%", low=low, high=high)


def _population(view: View, row: Row) -> str:
    t = view.texts
    if isinstance(row["population"], str):
        return word(t, row["population"])
    unit = word(t, row["unit"])
    return t("all assistants’ {n} ({unit})", n=t.compact(row["total"]), unit=unit)
