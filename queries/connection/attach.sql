-- What is laid for questions stands in memory, compressed: a million readings in a dozen megabytes.
attach ':memory:' as room (compress);  -- noqa: PRS
use room;
-- Where the groups of rows of a snapshot lie is read once.
set global parquet_metadata_cache = true;
