-- Events with their sources, and the days they may mean.
select
    raw.*,
    string_split(raw.apps, ';') as app_list,
    first_day(raw.happened_on) as first_day,
    final_day(raw.happened_on) as last_day,
    source_citations.* exclude (source_id),
    conflict_citations.* exclude (conflict_id)
from newest_ingest('raw_events') as raw
left join source_citations using (source_id)
left join conflict_citations using (conflict_id)
