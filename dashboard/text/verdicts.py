"""Sentences of one measure each: the compared apps by the best evidence, with its date and measurer."""

from collections.abc import Sequence

import pandas as pd

from dashboard.domain.types import Row
from dashboard.text import audience as audience_text
from dashboard.text import ratings as ratings_text
from dashboard.text import shares as shares_text
from dashboard.text import spending as spending_text
from dashboard.text.audience import BEST_EVIDENCE, join_by_evidence
from dashboard.text.claims import measured_by, period_text, scope_exceptions, source_name
from dashboard.text.context import ViewContext
from dashboard.text.escaping import escape_markdown, markdown_link
from dashboard.text.features import PRICE, cell_claims, claim_text
from dashboard.text.labels import catalog_label
from dashboard.text.launches import number_text
from dashboard.text.rank import chart_name


def rank(view: ViewContext, summary: pd.DataFrame, apps: Sequence[str], collections: Sequence[str]) -> str:
    """The latest rank of each app in the chosen chart, the best first; columns: see queries/rank_summary.sql."""
    t, f = view.texts, view.filters
    ordered = summary.sort_values(["latest_at", "latest"], ascending=[False, True]).to_dict("records")
    ranks = [_latest_rank(view, row) for row in ordered]
    chart = f"{t.country(f.country)}, {chart_name(view, f.chart_params())}"
    source = " · " + t("recorded by {who}", who=escape_markdown(t.join(collections)))
    parts = join_by_evidence(t, ranks)
    return (
        _sentence(
            view, t("Rank"), chart, [*parts, *_without_figure(view, apps, list(summary["app"]))], source
        )
        if ranks
        else ""
    )


def _latest_rank(view: ViewContext, row: Row) -> tuple[str, str]:
    t, app = view.texts, view.app_name(row["app"])
    day = t.day(row["latest_at"])
    if pd.isna(row["latest"]):
        return t("{app} outside the top {depth}", app=app, depth=t.number(row["latest_depth"])), day
    return f"{app} {t.ordinal(int(row['latest']))}", day


def users(view: ViewContext, rows: pd.DataFrame, scope: str, apps: Sequence[str]) -> str:
    """Users of each app by its best claim; columns: see queries/audience.sql."""
    t = view.texts
    best = audience_text.best_claims(view, rows, apps)
    claims = join_by_evidence(t, (audience_text.claim_and_evidence(view, row) for row in best))
    without = _without_figure(view, view.filters.compared_apps(), [row["app"] for row in best])
    metric = catalog_label(view.catalog, t, "metrics", view.filters.metric)
    return _sentence(view, metric, t.country(scope), [*claims, *without])


def share(view: ViewContext, rows: pd.DataFrame) -> str:
    """The survey with most apps; columns: see queries/audience_shares.sql."""
    if rows.empty:
        return ""
    return _sentence(view, view.texts("Share"), "", [shares_text.title(view, rows)])


def downloads(view: ViewContext, rows: pd.DataFrame) -> str:
    """The highest download figure of each app on its best evidence; columns: see queries/most_downloads.sql."""
    t, apps = view.texts, view.filters.compared_apps()
    best = [row for row in rows.to_dict("records") if row["place"] == BEST_EVIDENCE]
    claims = join_by_evidence(t, (_downloads_claim(view, row) for row in best))
    without = _without_figure(view, apps, [row["app"] for row in best])
    return _sentence(view, t("Downloads"), t("highest figure"), [*claims, *without]) if claims else ""


def _downloads_claim(view: ViewContext, row: Row) -> tuple[str, str]:
    t = view.texts
    evidence = [escape_markdown(measured_by(t, row)), *scope_exceptions(t, row), period_text(t, row)]
    return f"{view.app_name(row['app'])} {number_text(view, row)}", ", ".join(evidence)


def spending(view: ViewContext, rows: pd.DataFrame) -> str:
    """The greatest consumer spending of each app; columns: see queries/spending.sql."""
    t, apps = view.texts, view.filters.compared_apps()
    claims = join_by_evidence(t, spending_text.greatest_claims(view, rows, apps))
    without = _without_figure(view, apps, list(rows["app"]))
    return _sentence(view, t("Consumer spending"), "", [*claims, *without]) if claims else ""


def ratings(view: ViewContext, rows: pd.DataFrame) -> str:
    """The newest ratings of each app in the chosen store; columns: see queries/rating_history.sql."""
    t, f = view.texts, view.filters
    newest = rows.drop_duplicates("app", keep="last").set_index("app", drop=False)
    apps = [app for app in f.compared_apps() if app in newest.index]
    claims = join_by_evidence(t, (_rating(view, newest.loc[app].to_dict()) for app in apps))
    without = _without_figure(view, f.compared_apps(), apps)
    return _sentence(view, t("Ratings"), t.country(f.country), [*claims, *without]) if apps else ""


def _rating(view: ViewContext, row: Row) -> tuple[str, str]:
    t = view.texts
    average = t("average {stars}", stars=ratings_text.average_text(view, row))
    text = f"{view.app_name(row['app'])} {ratings_text.rating_count(view, row)}, {average}"
    return text, f"{t.day(row['observed_at'])}, {escape_markdown(row['collection'])}"


def price(view: ViewContext, rows: pd.DataFrame) -> str:
    """The price of each app's paid plan, all claims where they contradict; columns: see queries/features.sql."""
    t, apps = view.texts, view.filters.compared_apps()
    claims = {app: cell_claims(rows, app, PRICE) for app in apps}
    prices = [_prices(view, app, reported) for app, reported in claims.items() if reported]
    without = _without_figure(view, apps, [app for app, reported in claims.items() if reported])
    return _sentence(view, t("Paid plan"), "", [*prices, *without]) if prices else ""


def _prices(view: ViewContext, app: str, claims: Sequence[Row]) -> str:
    t, name = view.texts, view.app_name(app)
    texts = [
        f"{escape_markdown(claim_text(view, row))} {markdown_link(source_name(t, row['publisher']), row['url'])}"
        for row in claims
    ]
    text = t.join(texts)
    return text if text.startswith(name) else f"{name} {text}"


def _without_figure(view: ViewContext, apps: Sequence[str], known: Sequence[str]) -> list[str]:
    """That nothing is published of the other apps."""
    t = view.texts
    names = [view.app_name(app) for app in apps if app not in set(known)]
    return [t("no figure for {list}", list=t.join(names))] if names else []


def _sentence(view: ViewContext, measure: str, scope: str, parts: Sequence[str], source: str = "") -> str:
    name = f"**{measure}**, {scope}" if scope else f"**{measure}**"
    return view.texts.label(name, view.texts.join_semicolons(parts) + source)
