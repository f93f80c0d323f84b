"""The tests: real DuckDB on real Parquet, one folder a room of the house."""
