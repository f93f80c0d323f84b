"""The catalogue as the tables that queries join: apps, stores, ids with their days, collections, the clock."""

from dataclasses import asdict
from datetime import datetime

import pandas as pd

from dashboard.domain.catalog import Catalog


def catalog_tables(catalog: Catalog, as_of: datetime) -> dict[str, pd.DataFrame]:
    """Each table by its name; `clock` holds the moment that everything is shown as of (UTC)."""
    apps = [{k: v for k, v in asdict(app).items() if isinstance(v, str)} for app in catalog.apps]
    ids = [
        {"app": app.id, "store": s.store, "app_id": s.id, "since": s.since, "until": s.until}
        for app in catalog.apps
        for s in app.stores
    ]
    return {
        "catalog_apps": pd.DataFrame(apps).rename(columns={"id": "app"}),
        "catalog_stores": pd.DataFrame([{"store": one.id, "device": one.device} for one in catalog.stores]),
        "catalog_ids": pd.DataFrame(ids).astype({"since": "datetime64[us]", "until": "datetime64[us]"}),
        "catalog_collections": pd.DataFrame([asdict(c) for c in catalog.collections]).rename(
            columns={"id": "collection"}
        ),
        "clock": pd.DataFrame({"as_of": pd.Series([as_of], dtype="datetime64[us]")}),
    }
