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
    chart_rows.app_name,
    min(chart_rows.day) as first_day,
    max(chart_rows.day) as last_day,
    count(distinct chart_rows.observed_at)::integer as readings
from chart_rows
inner join catalog_ids as ids
    on
        chart_rows.store = ids.store
        and chart_rows.app_id = ids.app_id
        and chart_rows.day >= coalesce(ids.since, chart_rows.day)
        and chart_rows.day <= coalesce(ids.until, chart_rows.day)
where
    chart_rows.country = $country::varchar
    and chart_rows.store = $store::varchar
    and chart_rows.chart = $chart::varchar
    and chart_rows.category = $category::varchar
    and chart_rows.observed_at >= $since::date
    and chart_rows.observed_at < $until::date + 1
    and chart_rows.rank is not null
    and list_contains($apps::varchar[], ids.app)
group by all
order by ids.app, first_day, chart_rows.app_name
