-- Who read one chart, how often and how deep.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column collection VARCHAR    who recorded the readings
-- column url        VARCHAR    address of the collection
-- column readings   INTEGER    readings
-- column days       INTEGER    days with a reading [days]
-- column first_at   TIMESTAMP  first reading, UTC
-- column last_at    TIMESTAMP  newest reading, UTC
-- column min_depth  INTEGER    fewest places kept [places]
-- column max_depth  INTEGER    most places kept [places]
-- column complete   INTEGER    readings that kept every place, not assistants alone
select
    readings.collection,
    catalog_collections.url,
    count(*)::integer as readings,
    count(distinct readings.day)::integer as days,
    min(readings.observed_at) as first_at,
    max(readings.observed_at) as last_at,
    min(readings.depth) as min_depth,
    max(readings.depth) as max_depth,
    (count(*) filter (where readings.scope = 'all'))::integer as complete
from readings
left join catalog_collections using (collection)
where
    readings.country = $country::varchar
    and readings.store = $store::varchar
    and readings.chart = $chart::varchar
    and readings.category = $category::varchar
    and readings.day between $since::date and $until::date
group by all
order by first_at, readings.collection
