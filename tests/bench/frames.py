"""The typical questions asked of the same files in pandas and in polars, as one would write them there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl

from dashboard.domain.catalog import Catalog
from tests.bench import synthetic_charts
from tests.bench.questions import AFTER, BEFORE, CHART, WIDE

FROM, BEYOND = datetime(2025, 1, 1), datetime(2026, 1, 1)
Ask = Callable[[], Any]


@dataclass(frozen=True)
class Files:
    """The snapshots of charts and the ids asked about."""

    paths: list[Path]
    ids: list[str]

    def pandas(self, columns: list[str], *more: tuple[str, str, Any], **equal: Any) -> pd.DataFrame:
        """Rows that pass all filters, which are pushed into the files."""
        filters = [*((name, "=", value) for name, value in equal.items()), *more]
        paths: Any = self.paths  # pandas takes a list, and its types do not say so
        return pd.read_parquet(paths, columns=columns, filters=filters)

    def polars(self, *more: pl.Expr, **equal: Any) -> pl.LazyFrame:
        return pl.scan_parquet(self.paths).filter(*(pl.col(n) == value for n, value in equal.items()), *more)


def files(data: Path, catalog: Catalog) -> Files:
    return Files(synthetic_charts.files(data), synthetic_charts.ids(catalog))


def in_pandas(of: Files) -> dict[str, Ask]:
    year = [("observed_at", ">=", FROM), ("observed_at", "<", BEYOND)]
    mine = ("app_id", "in", of.ids)

    def history() -> pd.DataFrame:
        return of.pandas(["observed_at", "app_id", "rank", "depth"], mine, *year, **CHART)

    def top_10() -> pd.DataFrame:
        found = of.pandas(["country", "app_id", "observed_at"], mine, ("rank", "<=", 10), *year, **WIDE)
        found["day"] = found["observed_at"].dt.normalize()
        return found.groupby(["country", "app_id"])["day"].nunique().reset_index()

    def movers() -> pd.DataFrame:
        told = [
            of.pandas(["app_id", "app_name", "rank"], ("observed_at", "=", at), **CHART)
            for at in (BEFORE, AFTER)
        ]
        return told[0].merge(told[1], on="app_id", how="outer")

    def coverage() -> pd.DataFrame:
        found = of.pandas(["observed_at", "depth"], ("rank", "=", 1), *year, **CHART)
        found["day"] = found["observed_at"].dt.normalize()
        return found.groupby("day").agg(readings=("depth", "size"), least=("depth", "min")).reset_index()

    return {"rank_history": history, "top_10": top_10, "movers": movers, "coverage_by_day": coverage}


def in_polars(of: Files) -> dict[str, Ask]:
    year = pl.col("observed_at").is_between(FROM, BEYOND, closed="left")
    mine, day = pl.col("app_id").is_in(of.ids), pl.col("observed_at").dt.date().alias("day")

    def history() -> pl.DataFrame:
        return of.polars(mine, year, **CHART).select("observed_at", "app_id", "rank", "depth").collect()

    def top_10() -> pl.DataFrame:
        found = of.polars(mine, year, pl.col("rank") <= 10, **WIDE)
        return found.group_by("country", "app_id").agg(day.n_unique().alias("days")).collect()

    def movers() -> pl.DataFrame:
        told = [
            of.polars(pl.col("observed_at") == at, **CHART).select("app_id", "app_name", "rank")
            for at in (BEFORE, AFTER)
        ]
        return told[0].join(told[1], on="app_id", how="full").collect()

    def coverage() -> pl.DataFrame:
        found = of.polars(year, pl.col("rank") == 1, **CHART)
        return found.group_by(day).agg(pl.len().alias("readings"), pl.col("depth").min()).collect()

    return {"rank_history": history, "top_10": top_10, "movers": movers, "coverage_by_day": coverage}
