-- The last reading of each day of the charts that the store server shows, one row a place.
--
-- param  snapshot VARCHAR  path of a charts snapshot
--
-- column country  VARCHAR  storefront
-- column category VARCHAR  catalogue code
-- column day      DATE     UTC
-- column rank     INTEGER  position, 1 is best [place]
-- column app_id   VARCHAR  the store's id
-- column app_name VARCHAR  as read
-- key    country, category, day, rank
select
    country,
    category,
    observed_at::date as day,
    rank,
    app_id,
    app_name
from read_parquet($snapshot::varchar)
where
    store = 'app_store'
    and device = 'iphone'
    and chart = 'top-free'
    and (scope = 'all' or category = 'productivity')
qualify
    dense_rank() over (
        partition by country, category, observed_at::date order by observed_at desc, source
    ) = 1
order by country, category, day, rank
