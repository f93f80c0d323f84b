"""The collector's behaviour towards the stores, and its settings."""

import pytest

from dashboard.collect.__main__ import main
from tests.collect.collecting import MARKETING, Collecting
from tests.store import StoreServer, faults


def test_one_server_is_asked_no_faster_than_the_pace(collecting: Collecting) -> None:
    collecting.set(PACE="0.2")
    collecting.run()
    moments = [asked.moment for asked in collecting.store.asked]
    assert moments[-1] - moments[0] >= 0.2 * (len(moments) - 1) - 0.1  # the first may arrive late


def test_a_server_that_asks_for_patience_gets_it(collecting: Collecting) -> None:
    collecting.store.misbehave(MARKETING.format("fr"), faults.ServiceUnavailable(retry_after=1), times=1)
    assert collecting.run()[0] == 0
    [first, second, *_] = [asked.moment for asked in collecting.store.asked]
    assert second - first >= 1


def test_the_collector_says_who_it_is(collecting: Collecting) -> None:
    collecting.set(USER_AGENT="newsroom/1 (desk@example.org)")
    collecting.run()
    assert {asked.headers["user-agent"] for asked in collecting.store.asked} == {
        "newsroom/1 (desk@example.org)"
    }


@pytest.mark.parametrize(
    ("setting", "value"), [("TRIES", "many"), ("PACE", "-1"), ("ITUNES_URL", "itunes"), ("TIMEOUT", "0")]
)
def test_a_bad_setting_is_named(collecting: Collecting, setting: str, value: str) -> None:
    collecting.set(**{setting: value})
    code, said = collecting.run()
    assert (code, f"PALMARES_{setting}={value}: " in said) == (2, True)
    assert collecting.store.asked == []


def test_help_lists_every_setting(capsys: pytest.CaptureFixture[str], store: StoreServer) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in [*store.settings, "PALMARES_DATA", "PALMARES_PACE"])


def test_a_country_that_is_no_storefront_is_refused(collecting: Collecting) -> None:
    code, said = collecting.run(country="xx")
    assert (code, "--country 'xx': is none of the catalogue's storefronts: " in said) == (2, True)
