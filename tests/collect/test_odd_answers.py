"""One odd record, one odd answer, one odd server: it is refused and named, and nothing else is."""

import time
from datetime import datetime
from typing import Any

import pytest

from dashboard.collect.checks import review
from dashboard.collect.checks.schemas import CLAIMS, COLLECTED, OBSERVATIONS
from dashboard.collect.http.exchange import Request, Response
from dashboard.collect.sources.apple_lookup import read_lookup
from dashboard.collect.storage.spool import ResponseSpool
from dashboard.collect.storage.writer import Ingest, refuse_unstorable
from tests.collect.collecting import MARKETING, PRODUCTIVITY, Collecting
from tests.store import faults
from tests.store.fault import Fault

pytestmark = pytest.mark.slow

LISTED, VIEWS = "/lookup", "/pageviews"
HUGE = 10**30
MARKET, CATEGORY = MARKETING.format("fr"), PRODUCTIVITY.format("fr")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (faults.OddCell("version", ""), "version"),
        (faults.OddCell("averageUserRating", 5.00001), "rating_average"),
        (faults.OddCell("userRatingCount", HUGE), "rating_count"),
        (faults.OddCell("userRatingCount", True), "rating_count"),
        (faults.OddCell("fileSizeBytes", str(HUGE)), "size_bytes"),
        (faults.OddCell("price", "1e999"), "price"),
        (faults.OddCell("trackName", ["a", "list"]), "app_name"),
        (faults.OddCell("currency", "[pay](https://evil.example)"), "currency"),
        (faults.OddCell("languageCodesISO2A", ["EN", "[pay](https://evil.example)"]), "languages"),
        (faults.OddBytes(b'"version": "1.100"', b'"version": "\\ud800"'), "version"),
        (faults.OddRecord(None), "has no id"),
    ],
    ids=str,
)
def test_an_odd_listing_is_refused_and_named_and_the_others_are_kept(
    collecting: Collecting, fault: Fault, told: str
) -> None:
    collecting.run(kind="listings", country="us")
    pages = len(collecting.view_rows("raw_listings", "app_id", "present and country = 'us'"))
    collecting.store.misbehave(LISTED, fault)
    code, said = collecting.run(kind="listings", country="fr")
    assert code == 1, said
    assert "kept in part: apple-lookup fr" in said
    assert told in said
    assert len(collecting.view_rows("raw_listings", "app_id", "present and country = 'fr'")) == pages - 1
    assert [row[1:3] for row in collecting.outcomes("country=fr")] == [("kept", "odd_record")]
    if told == "has no id":  # it may be that of any app, so none is said to be absent
        assert not collecting.view_rows("raw_listings", "app_id", "not present and country = 'fr'")


@pytest.mark.parametrize(
    "fault",
    [
        faults.OddRecord(None),
        faults.OddCell("views", None),
        faults.OddCell("views", HUGE),
        faults.OddCell("views", -1),
        faults.OddCell("timestamp", "1999010100"),
        faults.OddCell("timestamp", "2100010100"),
        faults.OddCell("timestamp", 10**400),
    ],
    ids=str,
)
def test_an_odd_day_of_page_views_is_refused_and_the_years_around_it_are_kept(
    collecting: Collecting, fault: Fault
) -> None:
    article = "fr.wikipedia/all-access/user/DeepSeek"
    collecting.store.misbehave(article, fault)
    code, said = collecting.run(kind="views")
    assert code == 1, said
    [(outcome, reason, _)] = [row[1:] for row in collecting.outcomes(article)]
    assert (outcome, reason) == ("kept", "odd_record")
    days = collecting.view_rows("raw_page_views", "day", "project = 'fr.wikipedia' and article = 'DeepSeek'")
    assert len(days) > 100


@pytest.mark.parametrize(
    ("url", "fault", "reason"),
    [
        (MARKET, faults.OddFeed("updated", ["a", "list"]), "time"),
        (MARKET, faults.OddFeed("updated", "Thu, 26 Feb 10000 09:55:31 +0000"), "time"),
        (MARKET, faults.OddFeed("updated", "Mon, 01 Jan 0001 00:00:00 +1400"), "time"),
        (CATEGORY, faults.OddFeed("updated", {"label": "10000-02-26T09:55:31-07:00"}), "time"),
        (CATEGORY, faults.OddFeed("updated", {"label": "9999-12-31T23:59:59-14:00"}), "time"),
        (MARKET, faults.OddCell("id", "²"), "not_a_feed"),
        (MARKET, faults.OddCell("id", "١٢٣"), "not_a_feed"),
        (MARKET, faults.OddBytes(b'"id": "6', b'"id": "\\ud8006'), "not_a_feed"),
        (MARKET, faults.OddFeed("country", "\x1b[2Jfr"), "wrong_country"),
        (MARKET, faults.TooMany(1000), "too_many"),
        (MARKET, faults.TooMany(101), "too_many"),
    ],
    ids=str,
)
def test_an_odd_chart_is_refused_with_its_reason(
    collecting: Collecting, url: str, fault: Fault, reason: str
) -> None:
    collecting.store.misbehave(url, fault)
    code, said = collecting.run()
    assert code == 1, said
    assert [row[1:3] for row in collecting.outcomes(url)] == [("refused", reason)]
    assert "Traceback" not in said
    assert "\x1b" not in said
    collecting.store.clear()
    assert collecting.run()[0] == 0


@pytest.mark.parametrize(
    "headers",
    [
        (("Retry-After", "²"),),
        (("Retry-After", "9" * 400),),
        (("Retry-After", "Fri, 31 Dec 9999 23:59:59 -1400"),),
        (("ETag", '"é"'), ("Last-Modified", "é")),
        (("Location", "http://["),),
    ],
    ids=str,
)
def test_no_header_ends_a_run_or_the_next_one(
    collecting: Collecting, headers: tuple[tuple[str, str], ...]
) -> None:
    status = 200 if headers[0][0] == "ETag" else 302 if headers[0][0] == "Location" else 503
    collecting.store.misbehave(MARKET, faults.OddHeaders(headers, status))
    for _ in range(2):
        code, said = collecting.run()
        assert code == (0 if status == 200 else 1), said
        assert "Traceback" not in said


@pytest.mark.parametrize("fault", [faults.SlowHead(), faults.EarlyHints(), faults.SlowBody()], ids=str)
def test_a_server_that_never_comes_to_its_end_is_left_at_the_deadline(
    collecting: Collecting, fault: Fault
) -> None:
    collecting.set(TRIES="1")
    collecting.store.misbehave(MARKET, fault)
    began = time.monotonic()
    code, said = collecting.run()
    assert time.monotonic() - began < 60
    assert code == 1, said
    assert [row[1:] for row in collecting.outcomes(MARKET)] == [("unreached", "slow", 1)]


def test_an_error_that_nobody_foresaw_refuses_its_answer_and_moves_it_away(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault lies in a reader of ours: it stumbles over one country's lookup."""

    def stumble(answer: Any) -> Any:
        if answer.task.country == "fr":
            raise ZeroDivisionError("synthetic")
        return read_lookup(answer)

    monkeypatch.setitem(review.READERS, "apple-lookup", stumble)
    code, said = collecting.run(kind="listings", country="fr us")
    assert code == 1, said
    assert [row[1:3] for row in collecting.outcomes("country=fr")] == [("refused", "unreadable")]
    assert not list((collecting.data / "raw" / "pending").iterdir())
    assert len(collecting.view_rows("raw_listings", "app_id", "country = 'us'")) > 10


def test_a_waiting_answer_of_an_unknown_source_blocks_no_run(collecting: Collecting) -> None:
    at = datetime(2026, 1, 1)
    ResponseSpool(collecting.data / "raw", 10**9).save(
        Response(Request("later", "https://x.example"), at, at, 200, body=b"{}")
    )
    code, said = collecting.run()
    assert code == 1, said
    assert [row[1:3] for row in collecting.outcomes("x.example")] == [("refused", "unreadable")]
    assert collecting.run()[0] == 0


def test_a_crash_ends_with_2_and_its_trace(collecting: Collecting, monkeypatch: pytest.MonkeyPatch) -> None:
    """1 says `in part`, which the schedule takes for well."""

    def crash(*_: Any) -> None:
        raise ZeroDivisionError("synthetic")

    monkeypatch.setattr("dashboard.collect.__main__.Collector", crash)
    code, said = collecting.run()
    assert code == 2
    assert "ZeroDivisionError: synthetic" in said


def test_a_release_date_is_kept_as_utc(collecting: Collecting) -> None:
    fault = faults.OddCell("releaseDate", "2023-05-18T23:30:00-07:00", at=0)
    collecting.store.misbehave(LISTED, fault)
    assert collecting.run(kind="listings")[0] == 0
    moments = {row[0] for row in collecting.view_rows("raw_listings", "first_released_at", "present")}
    assert datetime(2023, 5, 19, 6, 30) in moments


def test_a_name_that_cannot_be_seen_is_no_reason_to_refuse_a_chart(collecting: Collecting) -> None:
    collecting.store.misbehave(MARKET, faults.OddCell("name", "\u202e\x00\u200e"))
    assert collecting.run()[0] == 0
    [(app_id, name)] = collecting.view_rows("raw_charts", "app_id, app_name", "app_id = app_name")
    assert app_id == name


def test_a_greatest_number_of_every_column_can_be_stored() -> None:
    """A bound that is wider than its column would end a run when the row is stored."""
    models = OBSERVATIONS | COLLECTED | CLAIMS
    bounded = 0
    for dataset, model in models.items():
        schema = model.model_json_schema()["properties"]
        for name, cell in schema.items():
            kinds = [cell, *cell.get("anyOf", [])]
            if not any(kind.get("type") == "integer" for kind in kinds):
                continue
            most = max(kind.get("maximum", HUGE) for kind in kinds if kind.get("type") == "integer")
            assert most < 2**63, f"{dataset}.{name} has no bound"
            row = model.model_construct(**dict.fromkeys(model.model_fields) | {name: most})
            refuse_unstorable(Ingest(dataset, [row], "synthetic"))
            bounded += 1
    assert bounded > 10
