-- Launch dates with their sources, and the days they may mean.
select
    raw.* replace (coalesce(raw.platform_stated, true) as platform_stated),
    first_day(raw.launched_on) as first_day,
    final_day(raw.launched_on) as last_day,
    source_citations.* exclude (source_id),
    conflict_citations.* exclude (conflict_id)
from newest_ingest('raw_launches') as raw
left join source_citations using (source_id)
left join conflict_citations using (conflict_id)
