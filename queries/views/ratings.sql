-- Rating counts of the catalogue's apps, newest version of each reading: by archives, and in the pages
-- that our own collector read. A page that gives no count says nothing of it.
with counted as (
    select * from raw_ratings
    union all by name
    select
        store,
        country,
        app_id,
        observed_at,
        app_name,
        rating_count,
        rating_average,
        version,
        released_at,
        source,
        ingested_at
    from raw_listings
    where present and rating_count is not null and rating_average is not null
)

select
    ids.app,
    counted.* replace (counted.rating_count::integer as rating_count),
    split_part(counted.source, '@', 1) as collection,
    counted.observed_at::date as day
from counted
inner join catalog_ids as ids
    on counted.store = ids.store and counted.app_id = ids.app_id
where
    counted.ingested_at <= (select clock.as_of from clock)
    and counted.observed_at::date >= coalesce(ids.since, counted.observed_at::date)
    and counted.observed_at::date <= coalesce(ids.until, counted.observed_at::date)
qualify
    row_number() over (
        partition by counted.store, counted.country, counted.app_id, counted.observed_at
        order by counted.ingested_at desc
    ) = 1
