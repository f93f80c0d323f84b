-- The conflicts as the newest ingest left them.
select raw.*
from raw_conflicts as raw
where
    raw.ingested_at = (
        select max(newest.ingested_at)
        from raw_conflicts as newest
        where newest.ingested_at <= (select clock.as_of from clock)
    )
