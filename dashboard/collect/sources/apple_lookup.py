"""Apple's lookup: what the store says of each assistant's page today, in one country."""

from datetime import datetime
from typing import Any

from dashboard.collect.http.exchange import RejectedError, Request, Response
from dashboard.collect.sources.parsing import Records, parse_json, refuse_abroad, utc
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


def lookup(base: str, country: str, ids: list[str]) -> Request:
    """All `ids` at once; answers are cached per exact address, so their order is fixed."""
    asked = ",".join(sorted(ids))
    url = f"{base.rstrip('/')}/lookup?id={asked}&country={country}"
    return Request(LOOKUP, url, country, subject=asked)


def read_lookup(answer: Response) -> Records:
    """A row for every id that was asked for, present or absent; raises Refusal.

    Where a record names no id, it may be that of any app: what was not found is then unknown, not absent.
    """
    told = parse_json(answer)
    results = told.get("results")
    if not isinstance(results, list) or told.get("resultCount") != len(results):
        raise RejectedError("not_a_feed", "no list of results, or not as many as it says")
    asked = answer.task.subject.split(",")
    if len(results) > len(asked):
        raise RejectedError("too_many", f"{len(results):,} pages, {len(asked)} were asked for")
    found, odd = _by_id(results)
    if strangers := sorted(set(found) - set(asked)):
        raise RejectedError("wrong_subject", ", ".join(strangers)[:200])
    refuse_abroad(answer.task, [one.get("trackViewUrl") for one in found.values()])
    known = found if odd else asked
    return Records([_row(answer, app_id, found.get(app_id)) for app_id in asked if app_id in known], odd)


def _by_id(results: list[Any]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    found: dict[str, dict[str, Any]] = {}
    odd = []
    for number, one in enumerate(results, 1):
        app_id = one.get("trackId") if isinstance(one, dict) else None
        if isinstance(app_id, bool) or not isinstance(app_id, int | str):
            odd.append(f"page {number} has no id ({clean_json(one, 60)})")
        elif str(app_id) in found:
            odd.append(f"page {number} is of {app_id} again")
        else:
            found[str(app_id)] = one
    return found, odd


def _row(answer: Response, app_id: str, told: dict[str, Any] | None) -> dict[str, Any]:
    common = {
        "store": "app_store",
        "country": answer.task.country,
        "app_id": app_id,
        "observed_at": answer.asked_at.replace(microsecond=0),
        "present": told is not None,
        "source": answer.source,
    }
    if told is None:
        return common
    cells = {column: told.get(name) for column, name in COLUMNS.items()}
    moments = {column: _moment(told.get(name)) for column, name in MOMENTS.items()}
    languages = told.get("languageCodesISO2A")
    spoken = ",".join(sorted(map(str, languages))) if isinstance(languages, list) else None
    return common | cells | moments | {"languages": spoken}


def _moment(text: Any) -> datetime | None:
    """As UTC, whatever its offset; what is no moment is unknown."""
    try:
        return utc(datetime.fromisoformat(text))
    except (TypeError, ValueError, OverflowError):
        return None
