-- Each day with a reading of one chart: how many, how deep, how complete, from whom.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column day         DATE     UTC
-- column readings    INTEGER  readings on that day
-- column complete    INTEGER  readings that kept every place, not assistants alone
-- column min_depth   INTEGER  fewest places kept [places]
-- column max_depth   INTEGER  most places kept [places]
-- column collections VARCHAR  who recorded them, apart by semicolons
-- key    day
select
    day,
    count(*)::integer as readings,
    (count(*) filter (where scope = 'all'))::integer as complete,
    min(depth) as min_depth,
    max(depth) as max_depth,
    string_agg(distinct collection, ';' order by collection) as collections
from readings_of_chart($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
where country = $country::varchar
group by day
order by day
