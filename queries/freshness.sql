-- Freshness of each source: its newest snapshot or figure and when it was added.
--
-- column dataset     VARCHAR    charts, ratings, page views or claims
-- column collection  VARCHAR    who recorded it
-- column url         VARCHAR    address; null for claims
-- column cadence     INTEGER    time from reading to reading by its own plan [hours]; null for claims
-- column rows_held   INTEGER    readings, days or claims held
-- column newest_at   TIMESTAMP  newest reading, end of the newest day, or day of the newest claim, UTC
-- column time_precision VARCHAR day or second: how exactly that moment is known
-- column ingested_at TIMESTAMP  newest ingest, UTC
-- key    dataset, collection
with entries as (
    select
        'charts' as dataset,
        collection,
        observed_at,
        time_precision,
        ingested_at
    from chart_readings
    union all
    select
        'ratings' as dataset,
        collection,
        observed_at,
        'second' as time_precision,
        ingested_at
    from ratings
    union all
    select
        'page_views' as dataset,
        collection,
        day + interval 1 day as observed_at,  -- a day is complete when it is over
        'second' as time_precision,
        ingested_at
    from page_views
    union all
    select
        'claims' as dataset,
        'claims' as collection,
        recorded_on as observed_at,
        'day' as time_precision,
        ingested_at
    from milestones
    union all
    select
        'claims' as dataset,
        'claims' as collection,
        recorded_on as observed_at,
        'day' as time_precision,
        ingested_at
    from reported_ranks
)

select
    entries.dataset,
    entries.collection,
    catalog_collections.url,
    catalog_collections.cadence_hours::integer as cadence,
    count(*)::integer as rows_held,
    max(entries.observed_at) as newest_at,
    last(entries.time_precision order by entries.observed_at, entries.time_precision) as time_precision,
    max(entries.ingested_at) as ingested_at
from entries
left join catalog_collections using (collection)
group by all
order by newest_at desc, entries.collection
