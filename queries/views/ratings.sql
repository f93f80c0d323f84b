-- Rating counts of the catalogue's apps, newest version of each reading: by archives, and in the pages
-- that our own collector read. A page that gives no count says nothing of it.
with rated as (
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
    rated.* replace (rated.rating_count::integer as rating_count),
    split_part(rated.source, '@', 1) as collection,
    rated.observed_at::date as day
from rated
inner join catalog_ids as ids
    on rated.store = ids.store and rated.app_id = ids.app_id
where
    rated.ingested_at <= (select clock.as_of from clock)
    and rated.observed_at::date >= coalesce(ids.since, rated.observed_at::date)
    and rated.observed_at::date <= coalesce(ids.until, rated.observed_at::date)
qualify
    row_number() over (
        partition by rated.store, rated.country, rated.app_id, rated.observed_at
        order by rated.ingested_at desc
    ) = 1
