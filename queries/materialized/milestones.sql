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
from newest_ingest('raw_milestones') as raw
left join source_citations using (source_id)
left join conflict_citations using (conflict_id)
