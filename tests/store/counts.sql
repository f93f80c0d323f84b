-- The latest rating count of each listing.
--
-- param  snapshot VARCHAR  path of a ratings snapshot
--
-- column app_id         VARCHAR  the store's id
-- column rating_count   INTEGER  [ratings]
-- column rating_average DOUBLE   1 to 5 [stars]
-- key    app_id
select
    app_id,
    arg_max(rating_count, observed_at) as rating_count,
    arg_max(rating_average, observed_at) as rating_average
from read_parquet($snapshot::varchar)
where store = 'app_store'
group by app_id
order by app_id
