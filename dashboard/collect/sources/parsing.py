"""Answers read as JSON, and what every chart feed must hold to be one."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dashboard.collect.http.exchange import RejectedError, Request, Response
from dashboard.domain.text_cleaning import clean_json, clean_text

TOLD = 200  # of an invalid value in a rejection [characters]
ID_DIGITS = 20
_STOREFRONT = re.compile(r"^https://(?:apps|itunes)\.apple\.com/([a-z]{2})/")


@dataclass(frozen=True)
class ChartReading:
    """One chart as it was published: (app id, name) by place, the first at 1; the moment is UTC."""

    observed_at: datetime
    places: tuple[tuple[str, str], ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(app_id for app_id, _ in self.places)


@dataclass(frozen=True)
class Records:
    """The records of a response; `odd` names each record that is no record, with its reason."""

    rows: list[dict[str, Any]]
    odd: list[str]


def parse_json(answer: Response) -> dict[str, Any]:
    """The body as a JSON object; leading line feeds are no fault. Raises RejectedError."""
    if not answer.body.strip():
        raise RejectedError("empty", "no body")
    try:
        told = json.loads(answer.body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RejectedError("encoding", str(error)[:200]) from error
    except (ValueError, RecursionError) as error:
        kind = "HTML" if answer.body.lstrip().startswith(b"<") else str(error)[:120]
        raise RejectedError("not_json", kind) from error
    if not isinstance(told, dict):
        raise RejectedError("not_a_feed", f"a {type(told).__name__}")
    return told


def build_reading(updated: datetime, places: list[tuple[Any, Any]]) -> ChartReading:
    """A whole list of places; raises RejectedError where one has no id or name, or an id stands twice."""
    if not places:
        raise RejectedError("empty", "no place")
    for rank, (app_id, name) in enumerate(places, 1):
        if not (is_id(app_id) and isinstance(name, str) and name.strip()):
            raise RejectedError("not_a_feed", f"place {rank} has no id or no name")
    for app_id, times in Counter(app_id for app_id, _ in places).items():
        if times > 1:
            raise RejectedError("repeated_app", f"{app_id} stands {times} times")
    # An app may call itself by nothing that can be seen: its id is then all that is known of it.
    named = tuple((app_id, clean_text(name) or app_id) for app_id, name in places)
    return ChartReading(updated.replace(microsecond=0), named)


def refuse_abroad(task: Request, pages: list[Any]) -> None:
    """Raise RejectedError where the address of a page in the store is of another storefront than was asked for."""
    for page in pages:
        here = _STOREFRONT.match(str(page))
        if here and here[1] != task.country:
            raise RejectedError("wrong_country", f"a page of {here[1]!r}")


def is_id(value: Any) -> bool:
    """True where a value is an app's id in the App Store: a number written as text."""
    return isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= ID_DIGITS


def to_utc(moment: datetime) -> datetime:
    """A moment as naive UTC, as everywhere in the data; one without an offset is UTC. Raises OverflowError."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def parse_moment(text: Any, parse: Any) -> datetime:
    """The feed's own moment as naive UTC, by `parse`; raises RejectedError where it is none."""
    try:
        found = parse(text) if isinstance(text, str) else None
        if not isinstance(found, datetime) or found.tzinfo is None:
            raise RejectedError("time", f"updated without a zone: {clean_json(text, TOLD)}")
        return to_utc(found)
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        raise RejectedError("time", f"updated: {clean_json(text, TOLD)}") from error
