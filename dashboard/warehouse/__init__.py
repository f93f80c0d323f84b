"""Snapshots, DuckDB, SQL files, typed queries, rollups and the cache of results."""
