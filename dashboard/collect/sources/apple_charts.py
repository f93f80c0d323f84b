"""Apple's two chart feeds: where they are, and how their answers are read."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from dashboard.collect.http.exchange import RejectedError, Request, Response
from dashboard.collect.sources.parsing import (
    TOLD,
    ChartReading,
    build_reading,
    parse_json,
    parse_moment,
    refuse_abroad,
)
from dashboard.domain.text_cleaning import clean_json

MARKETING, LEGACY = "apple-marketing", "apple-legacy"
PLACES = 100  # more is an error in one feed and is not given by the other
LISTS = {"top-free": "topfreeapplications", "top-paid": "toppaidapplications"}
_LEGACY_PATH = re.compile(r"/([a-z]{2})/rss/(\w+)/")
_GENRE = re.compile(r"/genre=(\d+)/")


def marketing_request(base: str, country: str, chart: str) -> Request:
    """The overall chart without games."""
    url = f"{base.rstrip('/')}/api/v2/{country}/apps/{chart}/{PLACES}/apps.json"
    return Request(MARKETING, url, country, chart, "all")


def legacy_request(base: str, country: str, chart: str, category: str, genre: int | None) -> Request:
    """The chart of one category, or without a `genre` the overall chart with games."""
    within = f"genre={genre}/" if genre else ""
    url = f"{base.rstrip('/')}/{country}/rss/{LISTS[chart]}/limit={PLACES}/{within}json"
    return Request(LEGACY, url, country, chart, category)


def read_marketing(answer: Response) -> ChartReading:
    """A reading from the marketing feed; raises RejectedError."""
    feed = _feed(answer)
    results = feed.get("results")
    if not isinstance(results, list):
        raise RejectedError("not_a_feed", "no list of results")
    _refuse_more(results)
    if feed.get("country") != answer.task.country:
        raise RejectedError("wrong_country", clean_json(feed.get("country"), TOLD))
    if f"/apps/{answer.task.chart}/" not in str(feed.get("id")):
        raise RejectedError("wrong_chart", clean_json(feed.get("id"), TOLD))
    places = [(one.get("id"), one.get("name")) for one in map(_object, results)]
    return build_reading(parse_moment(feed.get("updated"), parsedate_to_datetime), places)


def read_legacy(answer: Response) -> ChartReading:
    """A reading from the older feed; raises RejectedError."""
    feed = _feed(answer)
    entries = feed.get("entry", [])
    entries = [entries] if isinstance(entries, dict) else entries
    if not isinstance(entries, list):
        raise RejectedError("not_a_feed", "no list of entries")
    _refuse_more(entries)
    _refuse_another(answer.task, str(_label(feed.get("id"))))
    entries = [_object(one) for one in entries]
    refuse_abroad(answer.task, [_label(one.get("id")) for one in entries])
    places = [(_attributes(one.get("id")).get("im:id"), _label(one.get("im:name"))) for one in entries]
    return build_reading(parse_moment(_label(feed.get("updated")), datetime.fromisoformat), places)


def _feed(answer: Response) -> dict[str, Any]:
    feed = parse_json(answer).get("feed")
    if not isinstance(feed, dict):
        raise RejectedError("not_a_feed", "no feed")
    return feed


def _refuse_more(places: list[Any]) -> None:
    """More than was asked for is another list: the true one would be taken for a shrunk one later."""
    if len(places) > PLACES:
        raise RejectedError("too_many", f"{len(places):,} places, {PLACES} were asked for")


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RejectedError("not_a_feed", f"a {type(value).__name__} among the places")
    return value


def _label(value: Any) -> Any:
    return value.get("label") if isinstance(value, dict) else None


def _attributes(value: Any) -> dict[str, Any]:
    found = value.get("attributes") if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _refuse_another(task: Request, address: str) -> None:
    """The feed names its own address: country, list and genre must be those asked for."""
    here = _LEGACY_PATH.search(address)
    if here is None:
        raise RejectedError("not_a_feed", f"its address is {address!r}"[:200])
    if here[1] != task.country:
        raise RejectedError("wrong_country", repr(here[1]))
    if here[2] != LISTS[task.chart] or _GENRE.findall(address) != _GENRE.findall(task.url):
        raise RejectedError("wrong_chart", address[:200])
