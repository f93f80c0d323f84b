-- The list of one chart in one snapshot: every rank that it kept.
--
-- param  country     VARCHAR    storefront, ISO 3166 code, lower case
-- param  store       VARCHAR    catalogue code of the store
-- param  chart       VARCHAR    catalogue code of the chart
-- param  category    VARCHAR    catalogue code of the category
-- param  observed_at TIMESTAMP  moment of the snapshot, UTC
-- param  collection  VARCHAR    who recorded it
--
-- column rank     INTEGER  position, 1 is best
-- column app_name VARCHAR  name in the store
-- column app      VARCHAR  catalogue code; null for other apps
-- column app_id   VARCHAR  the store's id
-- key    app_id
select
    listed.rank,
    listed.app_name,
    ids.app,
    listed.app_id
from chart_rows as listed
left join catalog_ids as ids
    on
        listed.app_id = ids.app_id
        and listed.store = ids.store
        and listed.day >= coalesce(ids.since, listed.day)
        and listed.day <= coalesce(ids.until, listed.day)
where
    listed.country = $country::varchar
    and listed.store = $store::varchar
    and listed.chart = $chart::varchar
    and listed.category = $category::varchar
    and listed.day = $observed_at::timestamp::date
    and listed.observed_at = $observed_at::timestamp
    and listed.collection = $collection::varchar
    and listed.rank is not null
order by listed.rank, listed.app_id
