-- Tables and views are in memory, compressed: a million readings take a dozen megabytes.
attach ':memory:' as warehouse (compress);  -- noqa: PRS
use warehouse;
-- Where the groups of rows of a snapshot lie is read once.
set global parquet_metadata_cache = true;
