-- Reported places with their sources.
select
    raw.*,
    cited.* exclude (source_id),
    disputed.* exclude (conflict_id)
from raw_reported_ranks as raw
left join cited using (source_id)
left join disputed using (conflict_id)
where
    raw.ingested_at = (
        select max(newest.ingested_at)
        from raw_reported_ranks as newest
        where newest.ingested_at <= (select clock.as_of from clock)
    )
