-- The rows of a dataset of claims as of its newest ingest, up to the moment that is shown: `raw_table` names
-- the dataset's view of all its snapshots.
create macro newest_ingest(raw_table) as table
    select *
    from query_table(raw_table)  -- noqa: RF03
    where
        ingested_at = (
            select max(ingests.ingested_at)
            from query_table(raw_table) as ingests  -- noqa: RF03
            where ingests.ingested_at <= (select clock.as_of from clock)
        )
