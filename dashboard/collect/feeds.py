"""Answers read as JSON, and what every chart feed must hold to be one."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dashboard.collect.answers import Answer, Refusal


@dataclass(frozen=True)
class Reading:
    """One chart as it was published: (app id, name) by place, the first at 1; the moment is UTC."""

    observed_at: datetime
    places: tuple[tuple[str, str], ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(app_id for app_id, _ in self.places)


def json_of(answer: Answer) -> dict[str, Any]:
    """The body as a JSON object; leading line feeds are no fault. Raises Refusal."""
    if not answer.body.strip():
        raise Refusal("empty", "no body")
    try:
        told = json.loads(answer.body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refusal("encoding", str(error)[:200]) from error
    except (ValueError, RecursionError) as error:
        kind = "HTML" if answer.body.lstrip().startswith(b"<") else str(error)[:120]
        raise Refusal("not_json", kind) from error
    if not isinstance(told, dict):
        raise Refusal("not_a_feed", f"a {type(told).__name__}")
    return told


def reading(updated: datetime, places: list[tuple[Any, Any]]) -> Reading:
    """A whole list of places; raises Refusal where one has no id or name, or an id stands twice."""
    if not places:
        raise Refusal("empty", "no place")
    for rank, (app_id, name) in enumerate(places, 1):
        if not (isinstance(app_id, str) and app_id.isdigit() and isinstance(name, str) and name.strip()):
            raise Refusal("not_a_feed", f"place {rank} has no id or no name")
    for app_id, times in Counter(app_id for app_id, _ in places).items():
        if times > 1:
            raise Refusal("repeated_app", f"{app_id} stands {times} times")
    moment = updated.astimezone(UTC).replace(microsecond=0, tzinfo=None) if updated.tzinfo else updated
    return Reading(moment, tuple((app_id, name.strip()[:500]) for app_id, name in places))


def moment(text: Any, parse: Any) -> datetime:
    """The feed's own moment, by `parse`; raises Refusal where it is none."""
    try:
        found = parse(text)
    except (TypeError, ValueError) as error:
        raise Refusal("time", f"updated: {text!r}"[:200]) from error
    if not isinstance(found, datetime) or found.tzinfo is None:
        raise Refusal("time", f"updated without a zone: {text!r}"[:200])
    return found
