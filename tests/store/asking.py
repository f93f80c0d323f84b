"""Requests that the tests of the store make."""

import ssl
from typing import Any

import httpx

from tests.store import StoreServer, raw

FREE = "/api/v2/fr/apps/top-free/100/apps.json"
PHOTO = "/fr/rss/topfreeapplications/limit=200/genre=6008/json"
MEGABYTE = 2**20
CONTEXT = ssl.create_default_context()  # made once: httpx would make one a request, for nothing


def get(url: str, **options: Any) -> httpx.Response:
    return httpx.get(url, verify=CONTEXT, **options)


def feed(url: str) -> dict[str, Any]:
    content: dict[str, Any] = get(url).json()["feed"]
    return content


def entries(store: StoreServer, path: str = PHOTO) -> list[tuple[str, str]]:
    """Id and name of each place of a legacy chart."""
    return [
        (entry["id"]["attributes"]["im:id"], entry["im:name"]["label"])
        for entry in feed(store.itunes + path)["entry"]
    ]


def ids(feed: dict[str, Any]) -> list[str]:
    """The ids of a chart of either feed."""
    if "results" in feed:
        return [result["id"] for result in feed["results"]]
    return [entry["id"]["attributes"]["im:id"] for entry in feed["entry"]]


def good(store: StoreServer) -> bytes:
    """The marketing feed, unpacked."""
    return raw.get(store.marketing + FREE).body
