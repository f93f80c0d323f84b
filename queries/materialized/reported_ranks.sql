-- Reported places with their sources.
select
    raw.*,
    source_citations.* exclude (source_id),
    conflict_citations.* exclude (conflict_id)
from raw_reported_ranks as raw
left join source_citations using (source_id)
left join conflict_citations using (conflict_id)
where
    raw.ingested_at = (
        select max(newest.ingested_at)
        from raw_reported_ranks as newest
        where newest.ingested_at <= (select clock.as_of from clock)
    )
