-- Who recorded the charts of one country, and the newest snapshot of each.
--
-- param  country VARCHAR    storefront, ISO 3166 code, lower case
--
-- column collection     VARCHAR    who recorded it
-- column url            VARCHAR    address
-- column cadence        INTEGER    time from snapshot to snapshot by its own plan [hours]
-- column readings       INTEGER    snapshots of this country's charts
-- column newest_at      TIMESTAMP  newest of them, UTC
-- column time_precision VARCHAR    day or second: how exactly the moment is known
-- column store          VARCHAR    catalogue code of its store
-- column chart          VARCHAR    catalogue code of its chart
-- column category       VARCHAR    catalogue code of its category
-- key    collection
select
    readings.collection,
    catalog_collections.url,
    catalog_collections.cadence_hours::integer as cadence,
    count(*)::integer as readings,
    max(readings.observed_at) as newest_at,
    last(readings.time_precision order by readings.observed_at, readings.category desc) as time_precision,
    last(readings.store order by readings.observed_at, readings.category desc) as store,
    last(readings.chart order by readings.observed_at, readings.category desc) as chart,
    last(readings.category order by readings.observed_at, readings.category desc) as category
from chart_readings as readings
left join catalog_collections using (collection)
where readings.country = $country::varchar
group by readings.collection, catalog_collections.url, catalog_collections.cadence_hours
order by newest_at desc, readings.collection
