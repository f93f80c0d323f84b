-- Claims about features and prices with their sources.
select
    raw.*,
    sources.url,
    sources.title as source_title,
    sources.publisher,
    sources.published_on,
    conflicts.title_en as conflict_en,
    conflicts.title_fr as conflict_fr,
    conflicts.reading_en,
    conflicts.reading_fr
from raw_features as raw
left join sources using (source_id)
left join conflicts using (conflict_id)
where
    raw.ingested_at = (
        select max(newest.ingested_at)
        from raw_features as newest
        where newest.ingested_at <= (select clock.as_of from clock)
    )
