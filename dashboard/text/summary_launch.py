"""The launch of an assistant on the fact sheet."""

from dashboard.domain.types import Row
from dashboard.text.context import ViewContext
from dashboard.text.features import short_date
from dashboard.text.labels import code_label
from dashboard.text.summary_data import SummaryData, no_break


def launch(data: SummaryData, app: str) -> str:
    """Day 0 of the chosen kind; the press's where that is unknown."""
    view, zeros = data.view, data.zeros[data.zeros["app"] == app].set_index("day0", drop=False)
    chosen = next((day0 for day0 in (view.filters.day0, "press") if day0 in zeros.index), None)
    if chosen is None:
        return view.texts("no data")
    zero = zeros.loc[chosen].to_dict()
    launches, undetailed = launches_of_date(data, app, zero)
    choice = [] if chosen == view.filters.day0 else [code_label(view.texts, chosen)]
    details = ", ".join([*_launch_details(view, launches), *choice])
    footnotes = "".join(data.cite(row) for row in (launches[0], *undetailed))
    return f"**{no_break(short_date(view, zero['launched_on']))}**, {details} {footnotes}"


def launches_of_date(data: SummaryData, app: str, zero: Row) -> tuple[list[Row], list[Row]]:
    """Launches of that date by its best source, and no others.

    Where only another source states the platform: that source's launch, then those of the best source.
    """
    rows, day = (
        data.launches[data.launches["app"] == app].sort_values(["tier", "launch_id"]),
        zero["first_day"],
    )
    web = rows["platform"] == "web"
    launches = rows[web] if zero["platform"] == "web" else rows[~web & (rows["basis"] != "reused_id")]
    same_date = launches[launches["launched_on"] == zero["launched_on"]]
    best_source = same_date[same_date["url"] == same_date["url"].iloc[0]]
    if best_source["platform_stated"].any():
        return best_source.to_dict("records"), []
    overlapping = launches[(launches["first_day"] <= day) & (launches["last_day"] >= day)]
    with_platform = overlapping["platform_stated"] & (overlapping["platform"] == zero["platform"])
    first = overlapping[with_platform].head(1)
    if first.empty:
        return best_source.to_dict("records"), []
    return first.to_dict("records"), best_source.to_dict("records")


def _launch_details(view: ViewContext, rows: list[Row]) -> list[str]:
    """The platforms of a launch, its country, and the basis where it was not announced."""
    t, row = view.texts, rows[0]
    stated = sorted((launch["platform"] for launch in rows if launch["platform_stated"]), reverse=True)
    platforms = dict.fromkeys(code_label(t, platform) for platform in stated)
    country = [] if row["scope"] in ("unstated", "world") else [t.country(row["scope"])]
    basis = [] if row["basis"] == "announced" else [code_label(t, row["basis"])]
    return [t.join_semicolons(platforms) if platforms else t("platform not stated"), *country, *basis]
