-- Claims about features and prices with their sources.
select
    raw.*,
    source_citations.* exclude (source_id),
    conflict_citations.* exclude (conflict_id)
from newest_ingest('raw_features') as raw
left join source_citations using (source_id)
left join conflict_citations using (conflict_id)
