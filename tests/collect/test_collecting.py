"""One run and the next: what is kept, what is asked again, and how politely."""

from datetime import UTC, datetime, timedelta

import pytest

from dashboard.collect.__main__ import main
from dashboard.collect.storage.spool import ResponseSpool
from tests.collect.collecting import MARKETING, PRODUCTIVITY, Collecting
from tests.helpers.datasets import vocabulary
from tests.store import faults
from tests.store.readings import places

pytestmark = pytest.mark.slow


def test_a_chart_is_kept_whole_with_its_depth_its_moment_and_its_digest(collecting: Collecting) -> None:
    assert collecting.run()[0] == 0
    published = [(place.app_id, place.name) for place in places("fr", "top-free", "productivity", 100)]
    kept = collecting.view_rows("chart_rows", "rank, app_id, app_name", "category = 'productivity'")
    assert [row[1:] for row in kept] == published
    [(depth, scope, at, source)] = collecting.view_rows(
        "chart_readings", "depth, scope, observed_at, source", "category = 'productivity'"
    )
    assert (depth, scope) == (len(published), "all")
    hour = datetime.now(UTC).replace(minute=0, second=0, microsecond=0, tzinfo=None)
    assert hour - timedelta(hours=1) <= at <= hour
    [(asked, digest, size)] = collecting.view_rows(
        "attempts", "asked_at, answer_sha256, answer_bytes", f"contains(url, '{PRODUCTIVITY.format('fr')}')"
    )
    assert asked >= at
    assert source == f"apple-legacy@{digest[:12]}"
    assert size > 10_000


def test_the_plan_asks_both_feeds_of_every_storefront_and_every_listed_id(collecting: Collecting) -> None:
    assert main(["run"]) == 0
    plan, storefronts = vocabulary().plan, vocabulary().storefronts
    charts = len(plan.charts) + len(plan.category_charts) * len(plan.categories)
    assert len(collecting.view_rows("chart_readings", "country")) == charts * len(storefronts)
    ids = sum(one.store == "app_store" for app in vocabulary().apps for one in app.stores)
    assert len(collecting.view_rows("raw_listings", "app_id")) == ids * len(storefronts)
    assert {row[0] for row in collecting.view_rows("page_views", "project")} == {
        "fr.wikipedia",
        "en.wikipedia",
    }


def test_running_again_adds_nothing_and_asks_conditionally(collecting: Collecting) -> None:
    collecting.store.at = datetime.now(UTC)
    collecting.run()
    before = collecting.names("charts")
    collecting.store.asked.clear()
    assert collecting.run()[0] == 0
    assert collecting.names("charts") == before
    assert all("if-none-match" in asked.headers for asked in collecting.store.asked)
    assert [row[1] for row in collecting.outcomes(MARKETING.format("fr"))] == ["kept", "unchanged"]


def test_an_id_that_the_store_does_not_know_is_recorded_as_absent(collecting: Collecting) -> None:
    collecting.store.removed.add("6740410176")
    assert collecting.run(kind="listings")[0] == 0
    assert collecting.view_rows("listings", "present, rating_count", "app = 'le-chat'") == [(False, None)]
    assert collecting.view_rows("listings", "present", "app = 'chatgpt'") == [(True,)]
    assert collecting.view_rows("ratings", "app", "app = 'le-chat'") == []


def test_page_views_are_filled_back_and_go_on_where_they_stopped(collecting: Collecting) -> None:
    since = vocabulary().plan.views_since
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    collecting.store.misbehave("Mistral_AI", faults.BadGateway())
    collecting.run(kind="views")
    kept = [
        row[0] for row in collecting.view_rows("page_views", "day", "app = 'chatgpt' and project[:2] = 'fr'")
    ]
    assert (kept[0], kept[-1], len(kept)) == (since, yesterday, (yesterday - since).days + 1)
    collecting.store.clear()
    collecting.store.asked.clear()
    assert collecting.run(kind="views")[0] == 0
    assert {asked.path.split("/user/")[1].split("/")[0] for asked in collecting.store.asked} == {"Mistral_AI"}
    assert len(collecting.view_rows("page_views", "day", "app = 'le-chat'")) == 2 * len(kept)


def test_an_article_without_views_is_absent_and_no_zero(collecting: Collecting) -> None:
    collecting.store.removed.add("Mistral_AI")
    assert collecting.run(kind="views")[0] == 0
    assert collecting.view_rows("page_views", "day", "app = 'le-chat'") == []
    assert {row[1] for row in collecting.outcomes("Mistral_AI")} == {"absent"}


def test_answers_that_a_killed_run_left_are_taken_in_first(collecting: Collecting) -> None:
    collecting.run()
    [name] = collecting.names("charts")
    (collecting.data / "snapshots" / name).unlink()
    raw = collecting.data / "raw"
    for path in (raw / "kept").iterdir():
        path.rename(raw / "pending" / path.name)
    collecting.run(kind="views")
    assert len(collecting.view_rows("chart_readings", "country")) == 4
    assert list((raw / "pending").iterdir()) == []


def test_what_a_damaged_snapshot_hides_waits_until_it_is_mended(collecting: Collecting) -> None:
    collecting.run()
    [name] = collecting.names("charts")
    path = collecting.data / "snapshots" / name
    sound = path.read_bytes()
    path.write_bytes(sound[:-1])
    collecting.store.asked.clear()
    code, said = collecting.run(country="us")
    assert code == 2
    assert "its bytes have changed" in said
    assert len(collecting.store.asked) == 4
    path.write_bytes(sound)
    collecting.run(kind="views")
    assert len(collecting.view_rows("chart_readings", "country", "country = 'us'")) == 4


def test_kept_answers_stay_under_their_limit_the_newest_of_them(collecting: Collecting) -> None:
    collecting.set(RAW_MB="0.02")
    collecting.run(country="fr us gb")
    kept = sorted((collecting.data / "raw" / "kept").iterdir())
    assert 0 < sum(path.stat().st_size for path in kept) <= 20_000
    assert 0 < len(kept) < 12


def test_an_answer_that_cannot_be_read_again_is_set_aside(collecting: Collecting) -> None:
    collecting.run()
    raw = collecting.data / "raw"
    (raw / "pending" / "20261101T000000000000-0123456789ab.gz").write_bytes(b"torn")
    assert list(ResponseSpool(raw, 1e9).pending()) == []
    assert len(list((raw / "kept").glob("*.unreadable"))) == 1
