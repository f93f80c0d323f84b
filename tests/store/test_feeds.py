"""The store server speaks the shapes of the public feeds, with the ranks of our own readings."""

import itertools

import pytest

from tests.store import StoreServer
from tests.store.asking import FREE, PHOTO, entries, feed, get
from tests.store.readings import readings

VIEWS = "/api/rest_v1/metrics/pageviews/per-article/fr.wikipedia/all-access/user/Mistral_AI/daily"


def test_the_marketing_feed_has_its_shape_and_a_hundred_places(store: StoreServer) -> None:
    told = feed(store.marketing + FREE)
    assert told["id"] == "https://rss.marketingtools.apple.com" + FREE
    assert (told["country"], told["updated"]) == ("fr", "Wed, 30 Sep 2026 12:00:00 +0000")
    ids = [result["id"] for result in told["results"]]
    assert len(ids) == len(set(ids)) == 100
    assert {"artistName", "id", "name", "releaseDate", "kind", "artworkUrl100", "genres", "url"} == set(
        told["results"][0]
    )


def test_the_marketing_feed_refuses_more_than_a_hundred_and_knows_no_grossing_chart(
    store: StoreServer,
) -> None:
    assert get(store.marketing + FREE.replace("100", "200")).status_code == 500
    assert get(store.marketing + FREE.replace("top-free", "top-grossing")).status_code == 404
    assert feed(store.marketing + FREE + "?genre=6007") == feed(store.marketing + FREE)


def test_the_legacy_feed_shows_a_real_reading_of_the_day(store: StoreServer) -> None:
    read = readings()["fr", "photo-video"][100]
    assert len(readings()["fr", "photo-video"]) == 184
    assert entries(store) == [tuple(read[rank]) for rank in sorted(read)]


def test_the_legacy_feed_gives_its_moment_in_pacific_time_and_the_address_that_was_asked(
    store: StoreServer,
) -> None:
    told = feed(store.itunes + PHOTO)
    assert told["updated"] == {"label": "2026-09-30T05:00:00-07:00"}
    assert told["id"] == {"label": "https://itunes.apple.com" + PHOTO}
    assert told["entry"][0]["category"]["attributes"]["im:id"] == "6008"


def test_places_that_we_read_stand_at_their_real_ranks_in_a_chart_made_whole(store: StoreServer) -> None:
    days = readings()["fr", "productivity"]
    known = days[100 % len(days)]
    shown = entries(store, PHOTO.replace("6008", "6007"))
    assert len(known) >= 14
    assert all(shown[rank - 1] == tuple(place) for rank, place in known.items())
    assert len(shown) == len(set(shown)) == 100


@pytest.mark.parametrize("chart", ["topfree", "toppaid", "topgrossing", "topfreeipad"])
@pytest.mark.parametrize("genre", ["", "/genre=6007", "/genre=6002"])
def test_every_legacy_chart_answers_with_98_places_or_more(
    store: StoreServer, chart: str, genre: str
) -> None:
    shown = entries(store, f"/it/rss/{chart}applications/limit=200{genre}/json")
    assert 98 <= len(shown) == len({app_id for app_id, _ in shown}) <= 100


def test_one_result_is_an_object_and_none_is_no_key(store: StoreServer) -> None:
    one = feed(store.itunes + PHOTO.replace("200", "1"))
    assert one["entry"]["im:name"]["label"] == readings()["fr", "photo-video"][100][1].name
    assert "entry" not in feed(store.itunes + PHOTO.replace("6008", "9999"))
    assert get(store.itunes + PHOTO.replace("200", "300")).status_code == 400


def test_countries_charts_and_days_show_different_lists(store: StoreServer) -> None:
    paths = [
        PHOTO,
        PHOTO.replace("/fr/", "/it/"),
        PHOTO.replace("6008", "6002"),
        PHOTO.replace("free", "paid"),
    ]
    lists = [entries(store, path) for path in paths]
    store.day += 1
    lists += [entries(store, path) for path in paths]
    assert len({str(one) for one in lists}) == 8


def test_a_day_later_most_places_are_the_same_apps(store: StoreServer) -> None:
    shown = []
    for store.day in range(100, 110):
        shown.append({app_id for app_id, _ in entries(store)})
    assert min(len(a & b) for a, b in itertools.pairwise(shown)) > 70


def test_a_lookup_begins_with_line_feeds_and_leaves_unknown_ids_out(store: StoreServer) -> None:
    answer = get(store.itunes + "/lookup?id=6740410176,1,6448311069&country=fr")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.content.startswith(b"\n\n\n{")
    assert [one["trackId"] for one in answer.json()["results"]] == [6740410176, 6448311069]
    store.removed.add("6740410176")
    assert get(store.itunes + "/lookup?id=6740410176&country=fr").json() == {
        "resultCount": 0,
        "results": [],
    }


def test_rating_counts_are_a_storefronts_own_and_grow_with_the_days(store: StoreServer) -> None:
    def count(query: str) -> int:
        listing = get(store.itunes + "/lookup?id=6448311069" + query).json()["results"][0]
        return int(listing["userRatingCount"])

    before = count("&country=fr")
    assert count("") == count("&country=us") != before
    store.day += 1
    assert count("&country=fr") > before


def test_page_views_keep_to_the_range_and_end_the_day_before(store: StoreServer) -> None:
    items = get(f"{store.wikimedia}{VIEWS}/2023050100/2023053100").json()["items"]
    assert [item["timestamp"] for item in items] == [f"202305{day:02}00" for day in range(1, 32)]
    assert {"project", "article", "granularity", "timestamp", "access", "agent", "views"} == set(items[0])
    late = get(f"{store.wikimedia}{VIEWS}/2026092800/2026101500").json()["items"]
    assert [item["timestamp"] for item in late] == ["2026092800", "2026092900"]


@pytest.mark.parametrize("span", ["2015010100/2015063000", "2026093000/2026100100"])
def test_page_views_without_data_are_a_404_with_a_problem(store: StoreServer, span: str) -> None:
    answer = get(f"{store.wikimedia}{VIEWS}/{span}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["status"] == 404


def test_page_views_of_a_removed_article_and_of_a_bad_range_are_problems(store: StoreServer) -> None:
    store.removed.add("Mistral_AI")
    assert get(f"{store.wikimedia}{VIEWS}/20230501/20230502").status_code == 404
    assert get(f"{store.wikimedia}{VIEWS}/20230502/20230501").status_code == 400
    assert get(f"{store.wikimedia}{VIEWS}/20231301/20231302").status_code == 400
