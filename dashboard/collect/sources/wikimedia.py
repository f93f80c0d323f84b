"""Wikimedia's page views: daily views of each assistant's article."""

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from dashboard.collect.http.exchange import RejectedError, Request, Response
from dashboard.collect.sources.parsing import Records, parse_json
from dashboard.domain.text_cleaning import clean_json

VIEWS = "wikimedia"
PATH = (
    "api/rest_v1/metrics/pageviews/per-article/{project}/all-access/user/{article}/daily/{first}00/{last}00"
)
_DAYS = re.compile(r"/daily/(\d{8})00/(\d{8})00$", re.ASCII)


def views_request(base: str, app: str, project: str, article: str, first: date, last: date) -> Request:
    """The days from `first` to `last` (UTC, both included) of one article."""
    title = quote(article.replace(" ", "_"), safe="")
    path = PATH.format(project=project, article=title, first=f"{first:%Y%m%d}", last=f"{last:%Y%m%d}")
    return Request(VIEWS, f"{base.rstrip('/')}/{path}", app=app, subject=f"{project}/{article}")


def read_views(answer: Response) -> Records:
    """One row for each day of the response; raises RejectedError."""
    items = parse_json(answer).get("items")
    if not isinstance(items, list):
        raise RejectedError("not_a_feed", "no list of items")
    if not items:
        raise RejectedError("empty", "no day")
    first, last = _asked(answer.task)
    rows: dict[date, dict[str, Any]] = {}
    odd = []
    for number, item in enumerate(items, 1):
        day = _day(item)
        if day is None or day in rows or not first <= day <= last:
            odd.append(f"day {number} is none of those asked for, or stands twice ({clean_json(item, 100)})")
        else:
            rows[day] = _row(answer, item, day)
    return Records(list(rows.values()), odd)


def _asked(task: Request) -> tuple[date, date]:
    """The first and the last day of a task."""
    found = _DAYS.search(task.url)
    if found is None:
        raise RejectedError("wrong_subject", task.url)
    first, last = (datetime.strptime(day, "%Y%m%d").date() for day in found.groups())
    return first, last


def _row(answer: Response, item: dict[str, Any], day: date) -> dict[str, Any]:
    project, _, article = answer.task.subject.partition("/")
    told = (item.get("project"), str(item.get("article")).replace("_", " "))
    if told != (project, article):
        raise RejectedError("wrong_subject", f"{told[0]}/{told[1]}"[:200])
    return {
        "app": answer.task.app,
        "project": project,
        "article": article,
        "day": day,
        "views": item.get("views"),
        "access": item.get("access"),
        "agent": item.get("agent"),
        "source": answer.source,
    }


def _day(item: Any) -> date | None:
    """The day that an item is of; None where it names none."""
    try:
        return datetime.strptime(str(item.get("timestamp")), "%Y%m%d00").date()
    except (AttributeError, ValueError):
        return None
