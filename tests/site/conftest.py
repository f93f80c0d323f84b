"""A twin of a few pages of every kind, in both languages."""

from pathlib import Path

import pytest

from dashboard.settings import Settings
from dashboard.site.build import build
from tests.helpers.given import DATA
from tests.site.twin import LIVE, SITE, Twin

CHOSEN = {"index", "rank-fr-productivity", "rank-us-all", "competitors-fr", "sources"}
CHOSEN |= {"launch-le-chat", "brief-le-chat", "rivals-le-chat", "overview-us"}


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Twin:
    folder, said = tmp_path_factory.mktemp("twin") / "site", list[str]()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PALMARES_DATA", str(DATA))
        built = build(
            folder, Settings(live_url=LIVE, site_url=SITE), said.append, lambda sheet: sheet.name in CHOSEN
        )
    assert built.pages == len(said) == 2 * len(CHOSEN)
    return Twin(Path(folder))
