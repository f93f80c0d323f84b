-- Claimed numbers with their sources, and the days their period may end on.
select
    raw.* replace (
        coalesce(raw.platform_stated, true) as platform_stated,
        coalesce(raw.scope_stated, true) as scope_stated,
        coalesce(raw.approximate, false) as approximate
    ),
    first_day(raw.period_start) as start_first,
    first_day(raw.period_end) as end_first,
    final_day(raw.period_end) as end_last,
    source_citations.* exclude (source_id),
    conflict_citations.* exclude (conflict_id)
from raw_milestones as raw
left join source_citations using (source_id)
left join conflict_citations using (conflict_id)
where
    raw.ingested_at = (
        select max(newest.ingested_at)
        from raw_milestones as newest
        where newest.ingested_at <= (select clock.as_of from clock)
    )
