"""Faults of content and of understanding: good JSON that says the wrong thing."""

import json
from typing import Any

import pytest

from tests.store import StoreServer, faults, raw
from tests.store.asking import FREE, PHOTO, feed, get, good, ids


def told(store: StoreServer, fault: faults.Fault) -> list[dict[str, Any]]:
    """Both feeds of charts under a fault: marketing, then legacy."""
    store.misbehave("", fault)
    return [get(url).json()["feed"] for url in (store.marketing + FREE, store.itunes + PHOTO)]


def test_an_empty_feed_has_no_places_in_either_shape(store: StoreServer) -> None:
    marketing, legacy = told(store, faults.EmptyFeed())
    assert marketing["results"] == []
    assert "entry" not in legacy
    assert get(store.itunes + "/lookup?id=6448311069").json() == {"resultCount": 0, "results": []}


def test_another_shape_is_no_feed(store: StoreServer) -> None:
    store.misbehave("", faults.NoFeed())
    assert json.loads(good(store)) == ["no", "feed"]


def test_an_entry_may_be_an_object(store: StoreServer) -> None:
    marketing, legacy = told(store, faults.EntryAsObject())
    assert marketing["results"]["kind"] == "apps"
    assert legacy["entry"]["im:name"]


def test_genres_are_missing_or_empty(store: StoreServer) -> None:
    marketing, legacy = told(store, faults.MissingGenres())
    assert not any("genres" in result for result in marketing["results"])
    assert not any("category" in entry for entry in legacy["entry"])
    store.misbehave("/marketing/", faults.EmptyGenres())
    body = json.loads(good(store))
    assert [bool(result["genres"]) for result in body["feed"]["results"]] == [False] * 10 + [True] * 90


def test_a_chart_shrinks_to_its_first_places(store: StoreServer) -> None:
    whole = ids(json.loads(good(store))["feed"])
    marketing, legacy = told(store, faults.Shrunk())
    assert ids(marketing) == whole[:50]
    assert len(ids(legacy)) == 50


def test_an_app_is_repeated(store: StoreServer) -> None:
    for chart in told(store, faults.RepeatedApp(first=3, again=40)):
        assert ids(chart)[39] == ids(chart)[2]
        assert len(set(ids(chart))) == len(ids(chart)) - 1


def test_the_wrong_country_is_another_storefronts_list_and_address(store: StoreServer) -> None:
    other = json.loads(raw.get(store.marketing + FREE.replace("/fr/", "/us/")).body)["feed"]
    marketing, legacy = told(store, faults.WrongCountry("us"))
    assert marketing == other
    assert legacy["id"]["label"] == "https://itunes.apple.com" + PHOTO.replace("/fr/", "/us/")


def test_the_wrong_chart_has_its_own_address(store: StoreServer) -> None:
    marketing, legacy = told(store, faults.WrongChart())
    assert "/top-paid/" in marketing["id"]
    assert "/toppaidapplications/" in legacy["id"]["label"]
    store.misbehave("/itunes/", faults.WrongChart(genre=6007))
    feed = get(store.itunes + PHOTO).json()["feed"]
    assert "/genre=6007/" in feed["id"]["label"]
    assert feed["entry"][0]["category"]["attributes"]["im:id"] == "6007"


def test_yesterdays_list_comes_under_a_new_moment(store: StoreServer) -> None:
    before = json.loads(good(store))["feed"]
    store.day += 1
    store.at = store.at.replace(day=1, month=10)
    again = told(store, faults.YesterdayAgain())[0]
    assert again.pop("updated") != before.pop("updated")
    assert again == before


def test_a_strange_list_shares_nothing_with_any_day(store: StoreServer) -> None:
    urls = (store.marketing + FREE, store.itunes + PHOTO)
    seen: tuple[set[str], set[str]] = (set(), set())
    for store.day in (0, 99, 100, 101, 183):
        for url, shown in zip(urls, seen, strict=True):
            shown.update(ids(feed(url)))
    for strange, shown in zip(told(store, faults.NothingShared()), seen, strict=True):
        assert len(set(ids(strange))) == 100
        assert not shown & set(ids(strange))


@pytest.mark.parametrize(
    ("fault", "marketing", "legacy"),
    [
        (faults.FromTheFuture(), "Fri, 02 Oct 2026 12:00:00 +0000", "2026-10-02T05:00:00-07:00"),
        (faults.MonthsOld(), "Thu, 02 Jul 2026 12:00:00 +0000", "2026-07-02T05:00:00-07:00"),
        (faults.UnreadableTime(), "yesterday at noon", "yesterday at noon"),
    ],
)
def test_moments_are_implausible_in_both_feeds(
    store: StoreServer, fault: faults.Fault, marketing: str, legacy: str
) -> None:
    feeds = told(store, fault)
    assert (feeds[0]["updated"], feeds[1]["updated"]["label"]) == (marketing, legacy)


def test_a_moment_may_be_missing(store: StoreServer) -> None:
    assert all("updated" not in feed for feed in told(store, faults.UnreadableTime(None)))


def test_an_internal_address_is_the_same_chart(store: StoreServer) -> None:
    store.misbehave("", faults.InternalAddress())
    said = get(store.itunes + PHOTO).json()["feed"]["id"]["label"]
    assert said == "https://mzstoreservices-int-st.itunes.apple.com" + PHOTO
