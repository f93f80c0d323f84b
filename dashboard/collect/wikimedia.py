"""Wikimedia's page views: how often each assistant's article was read, day by day."""

from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from dashboard.collect.answers import Answer, Refusal, Task
from dashboard.collect.feeds import json_of

VIEWS = "wikimedia"
PATH = (
    "api/rest_v1/metrics/pageviews/per-article/{project}/all-access/user/{article}/daily/{first}00/{last}00"
)


def views(base: str, app: str, project: str, article: str, first: date, last: date) -> Task:
    """The days from `first` to `last` (UTC, both included) of one article."""
    title = quote(article.replace(" ", "_"), safe="")
    path = PATH.format(project=project, article=title, first=f"{first:%Y%m%d}", last=f"{last:%Y%m%d}")
    return Task(VIEWS, f"{base.rstrip('/')}/{path}", app=app, subject=f"{project}/{article}")


def read_views(answer: Answer) -> list[dict[str, Any]]:
    """A row a day that the answer tells of; raises Refusal."""
    items = json_of(answer).get("items")
    if not isinstance(items, list):
        raise Refusal("not_a_feed", "no list of items")
    if not items:
        raise Refusal("empty", "no day")
    return [_row(answer, item) for item in items]


def _row(answer: Answer, item: Any) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise Refusal("not_a_feed", f"a {type(item).__name__} among the days")
    project, _, article = answer.task.subject.partition("/")
    told = (item.get("project"), str(item.get("article")).replace("_", " "))
    if told != (project, article):
        raise Refusal("wrong_subject", f"{told[0]}/{told[1]}"[:200])
    return {
        "app": answer.task.app,
        "project": project,
        "article": article,
        "day": _day(item.get("timestamp")),
        "views": item.get("views"),
        "access": item.get("access"),
        "agent": item.get("agent"),
        "source": answer.source,
    }


def _day(text: Any) -> date:
    try:
        return datetime.strptime(str(text), "%Y%m%d00").date()
    except ValueError as error:
        raise Refusal("time", f"timestamp {text!r}") from error
