"""Apple's lookup API: the App Store page of each assistant today, in one country."""

from datetime import datetime
from typing import Any

from dashboard.collect.http.exchange import RejectedError, Request, Response
from dashboard.collect.sources.parsing import Records, parse_json, refuse_abroad, to_utc
from dashboard.domain.text_cleaning import clean_json

LOOKUP = "apple-lookup"
COLUMNS = {
    "app_name": "trackName",
    "rating_count": "userRatingCount",
    "rating_average": "averageUserRating",
    "version": "version",
    "price": "price",
    "currency": "currency",
    "size_bytes": "fileSizeBytes",
}
MOMENTS = {"released_at": "currentVersionReleaseDate", "first_released_at": "releaseDate"}


def lookup_request(base: str, country: str, ids: list[str]) -> Request:
    """All `ids` at once; answers are cached per exact address, so their order is fixed."""
    joined = ",".join(sorted(ids))
    url = f"{base.rstrip('/')}/lookup?id={joined}&country={country}"
    return Request(LOOKUP, url, country, subject=joined)


def read_lookup(answer: Response) -> Records:
    """A row for every id that was asked for, present or absent; raises RejectedError.

    Where a record names no id, it may be that of any app: a missing app is then unknown, not absent.
    """
    content = parse_json(answer)
    results = content.get("results")
    if not isinstance(results, list) or content.get("resultCount") != len(results):
        raise RejectedError("not_a_feed", "no list of results, or not as many as it says")
    ids = answer.task.subject.split(",")
    if len(results) > len(ids):
        raise RejectedError("too_many", f"{len(results):,} pages, {len(ids)} were asked for")
    pages, odd = _by_id(results)
    if strangers := sorted(set(pages) - set(ids)):
        raise RejectedError("wrong_subject", ", ".join(strangers)[:200])
    refuse_abroad(answer.task, [one.get("trackViewUrl") for one in pages.values()])
    certain = pages if odd else ids
    return Records([_row(answer, app_id, pages.get(app_id)) for app_id in ids if app_id in certain], odd)


def _by_id(results: list[Any]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    pages: dict[str, dict[str, Any]] = {}
    odd = []
    for number, page in enumerate(results, 1):
        app_id = page.get("trackId") if isinstance(page, dict) else None
        if isinstance(app_id, bool) or not isinstance(app_id, int | str):
            odd.append(f"page {number} has no id ({clean_json(page, 60)})")
        elif str(app_id) in pages:
            odd.append(f"page {number} is of {app_id} again")
        else:
            pages[str(app_id)] = page
    return pages, odd


def _row(answer: Response, app_id: str, page: dict[str, Any] | None) -> dict[str, Any]:
    common = {
        "store": "app_store",
        "country": answer.task.country,
        "app_id": app_id,
        "observed_at": answer.asked_at.replace(microsecond=0),
        "present": page is not None,
        "source": answer.source,
    }
    if page is None:
        return common
    cells = {column: page.get(name) for column, name in COLUMNS.items()}
    moments = {column: _moment(page.get(name)) for column, name in MOMENTS.items()}
    languages = page.get("languageCodesISO2A")
    spoken = ",".join(sorted(map(str, languages))) if isinstance(languages, list) else None
    return common | cells | moments | {"languages": spoken}


def _moment(text: Any) -> datetime | None:
    """As UTC, whatever its offset; what is no moment is unknown."""
    try:
        return to_utc(datetime.fromisoformat(text))
    except (TypeError, ValueError, OverflowError):
        return None
