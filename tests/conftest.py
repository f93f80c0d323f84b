"""What the committed data folder holds, opened once."""

import pytest

from dashboard.catalog import Catalog, load
from dashboard.warehouse import Warehouse
from tests.helpers.given import DATA


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load(DATA / "catalog.toml")


@pytest.fixture(scope="session")
def committed(catalog: Catalog) -> Warehouse:
    return Warehouse(DATA, catalog)
