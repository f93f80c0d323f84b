-- Under which names the store listed the chosen apps in one chart, and on which days.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app       VARCHAR  catalogue code
-- column app_name  VARCHAR  name in the store's list
-- column first_day DATE     first day with a snapshot under this name, UTC
-- column last_day  DATE     last day with one, UTC
-- column readings  INTEGER  moments of snapshots under this name
-- key    app, app_name
select
    ids.app,
    places.app_name,
    min(places.day) as first_day,
    max(places.day) as last_day,
    count(distinct places.observed_at)::integer as readings
from places
inner join catalog_ids as ids
    on
        places.store = ids.store
        and places.app_id = ids.app_id
        and places.day >= coalesce(ids.since, places.day)
        and places.day <= coalesce(ids.until, places.day)
where
    places.country = $country::varchar
    and places.store = $store::varchar
    and places.chart = $chart::varchar
    and places.category = $category::varchar
    and places.observed_at >= $since::date
    and places.observed_at < $until::date + 1
    and places.rank is not null
    and list_contains($apps::varchar[], ids.app)
group by all
order by ids.app, first_day, places.app_name
