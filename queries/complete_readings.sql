-- Every reading of one chart that kept all its places, so that two of them can be compared.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column observed_at TIMESTAMP  moment of the reading, UTC
-- column time_precision VARCHAR day or second: how exactly the moment is known
-- column depth       INTEGER    places kept [places]
-- column collection  VARCHAR    who recorded the reading
-- key    observed_at
select
    observed_at,
    time_precision,
    depth,
    collection
from readings_of_chart($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
where country = $country::varchar and scope = 'all'
qualify row_number() over (partition by observed_at order by collection) = 1
order by observed_at
