-- The places of each reading of the store's telephone chart, in the newest version of that reading.
-- A reading is one collection's: two that read one chart at one moment stay apart. Of readings that
-- kept chosen apps each app has its own newest version: an export of other apps takes nothing from it.
with versions as (
    select
        raw.*,
        raw.observed_at::date as day,
        split_part(raw.source, '@', 1) as collection
    from raw_charts as raw
    inner join catalog_stores on raw.store = catalog_stores.store and raw.device = catalog_stores.device
    where raw.ingested_at <= (select clock.as_of from clock)
)

select *
from versions
qualify
    dense_rank() over (
        partition by
            store, country, device, chart, category, observed_at, collection,
            if(scope = 'chosen', app_id, null)
        order by ingested_at desc
    ) = 1
