"""Apple's lookup: what the store says of each assistant's page today, in one country."""

import re
from datetime import datetime
from typing import Any

from dashboard.collect.answers import Answer, Refusal, Task
from dashboard.collect.feeds import json_of

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
_STOREFRONT = re.compile(r"^https://apps\.apple\.com/([a-z]{2})/")


def lookup(base: str, country: str, ids: list[str]) -> Task:
    """All `ids` at once; answers are cached per exact address, so their order is fixed."""
    asked = ",".join(sorted(ids))
    url = f"{base.rstrip('/')}/lookup?id={asked}&country={country}"
    return Task(LOOKUP, url, country, subject=asked)


def read_lookup(answer: Answer) -> list[dict[str, Any]]:
    """A row for every id that was asked for, present or absent; raises Refusal."""
    told = json_of(answer)
    results = told.get("results")
    if not isinstance(results, list) or told.get("resultCount") != len(results):
        raise Refusal("not_a_feed", "no list of results, or not as many as it says")
    found = {str(one.get("trackId")): one for one in results if isinstance(one, dict)}
    asked = answer.task.subject.split(",")
    if strangers := sorted(set(found) - set(asked)):
        raise Refusal("wrong_subject", ", ".join(strangers)[:200])
    for one in found.values():
        _refuse_abroad(answer.task, str(one.get("trackViewUrl")))
    return [_row(answer, app_id, found.get(app_id)) for app_id in asked]


def _refuse_abroad(task: Task, page: str) -> None:
    here = _STOREFRONT.match(page)
    if here and here[1] != task.country:
        raise Refusal("wrong_country", f"a page of {here[1]!r}")


def _row(answer: Answer, app_id: str, told: dict[str, Any] | None) -> dict[str, Any]:
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
    """Apple writes Z for UTC; what is no moment is unknown."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except (TypeError, ValueError):
        return None
