-- Every snapshot of one chart: when, how deep, how complete, from whom.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column observed_at    TIMESTAMP  moment of the snapshot, UTC
-- column time_precision VARCHAR    day, hour, minute or second: how exactly the moment is known
-- column depth          INTEGER    ranks that it kept
-- column scope          VARCHAR    all, assistants or chosen: of which apps it kept the rank
-- column collection     VARCHAR    who recorded it
-- key    observed_at, collection
select
    observed_at,
    time_precision,
    depth,
    scope,
    collection
from readings_of_chart($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
where country = $country::varchar
order by observed_at, collection
