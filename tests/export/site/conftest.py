"""A static site of a few pages of every kind, in both languages."""

from pathlib import Path

import pytest

from dashboard.domain.settings import Settings
from dashboard.export.site.build import build_site
from tests.export.site.static_site import LIVE, SITE, StaticSite
from tests.helpers.datasets import DATA

CHOSEN = {"index", "rank-fr-productivity", "rank-us-all", "competitors-fr", "sources"}
CHOSEN |= {"launch-le-chat", "brief-le-chat", "rivals-le-chat", "overview-us"}


@pytest.fixture(scope="session")
def static_site(tmp_path_factory: pytest.TempPathFactory) -> StaticSite:
    folder, names = tmp_path_factory.mktemp("static_site") / "site", list[str]()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PALMARES_DATA", str(DATA))
        built = build_site(
            folder, Settings(live_url=LIVE, site_url=SITE), names.append, lambda page: page.name in CHOSEN
        )
    assert built.pages == len(names) == 2 * len(CHOSEN)
    return StaticSite(Path(folder))
