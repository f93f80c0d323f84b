-- Events with their sources, and the days they may mean.
select
    raw.*,
    string_split(raw.apps, ';') as app_list,
    first_day(raw.happened_on) as first_day,
    final_day(raw.happened_on) as last_day,
    sources.url,
    sources.title as source_title,
    sources.publisher,
    sources.published_on,
    conflicts.title_en as conflict_en,
    conflicts.title_fr as conflict_fr,
    conflicts.reading_en,
    conflicts.reading_fr
from raw_events as raw
left join sources using (source_id)
left join conflicts using (conflict_id)
where
    raw.ingested_at = (
        select max(newest.ingested_at)
        from raw_events as newest
        where newest.ingested_at <= (select clock.as_of from clock)
    )
