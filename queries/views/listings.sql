-- The pages of the catalogue's apps in each store, present or absent, in the newest version of each.
select
    ids.app,
    raw.*,
    split_part(raw.source, '@', 1) as collection,
    raw.observed_at::date as day
from raw_listings as raw
inner join catalog_ids as ids
    on raw.store = ids.store and raw.app_id = ids.app_id
where
    raw.ingested_at <= (select clock.as_of from clock)
    and raw.observed_at::date >= coalesce(ids.since, raw.observed_at::date)
    and raw.observed_at::date <= coalesce(ids.until, raw.observed_at::date)
qualify
    row_number() over (
        partition by raw.store, raw.country, raw.app_id, raw.observed_at
        order by raw.ingested_at desc
    ) = 1
