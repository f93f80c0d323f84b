"""The cell of the one page that says when an assistant was launched: on which platforms, by whose word."""

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.features import short
from dashboard.text.labels import code_label
from dashboard.text.summary import SummaryData, no_break


def launch(known: SummaryData, app: str) -> str:
    """The day that days are counted from; the press's where the chosen one is not known."""
    view, mine = known.view, known.zeros[known.zeros["app"] == app].set_index("day0", drop=False)
    chosen = next((day0 for day0 in (view.filters.day0, "press") if day0 in mine.index), None)
    if chosen is None:
        return view.texts("unknown")
    zero = mine.loc[chosen].to_dict()
    sure, told = dated(known, app, zero)
    other = [] if chosen == view.filters.day0 else [code_label(view.texts, chosen)]
    about = ", ".join([*_launched(view, sure), *other])
    marks = "".join(known.cited(row) for row in (sure[0], *told))
    return f"**{no_break(short(view, zero['launched_on']))}**, {about} {marks}"


def dated(known: SummaryData, app: str, zero: Row) -> tuple[list[Row], list[Row]]:
    """Launches of that very date by its best source, and those that state the platform where that source does not."""
    days, day = known.launches, zero["first_day"]
    mine = days[(days["app"] == app) & (days["basis"] != "reused_id") & (days["platform"] != "web")]
    if zero["platform"] == "web":
        mine = days[(days["app"] == app) & (days["platform"] == "web")]
    same = mine[mine["launched_on"] == zero["launched_on"]].sort_values(["tier", "launch_id"])
    sure = same[same["url"] == same["url"].iloc[0]]
    if sure["platform_stated"].any():
        return sure.to_dict("records"), []
    within = mine[(mine["first_day"] <= day) & (mine["last_day"] >= day) & mine["platform_stated"]]
    more = within[within["platform"] == zero["platform"]].sort_values(["tier", "launch_id"]).head(1)
    return (more if len(more) else sure).to_dict("records"), sure.to_dict("records") if len(more) else []


def _launched(view: ViewContext, rows: list[Row]) -> list[str]:
    """The platforms that a launch's source names, its place, and whether a store's date is all that is known."""
    t, row = view.texts, rows[0]
    stated = sorted((one["platform"] for one in rows if one["platform_stated"]), reverse=True)
    named = dict.fromkeys(code_label(t, platform) for platform in stated)
    place = [] if row["scope"] in ("unstated", "world") else [t.country(row["scope"])]
    basis = [] if row["basis"] == "announced" else [code_label(t, row["basis"])]
    return [t.join_semicolons(named) if named else t("platform not stated"), *place, *basis]
