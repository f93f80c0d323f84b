-- The last reading of each day of one chart in some countries: where each chosen app stood in it.
--
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  countries VARCHAR[] storefronts, ISO 3166 codes, lower case
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column country     VARCHAR    storefront, ISO 3166 code, lower case
-- column app         VARCHAR    catalogue code
-- column observed_at TIMESTAMP  moment of the reading, UTC
-- column time_precision VARCHAR day or second: how exactly the moment is known
-- column rank        INTEGER    position, 1 is best [place]; null below the cut-off
-- column state       VARCHAR    ranked or below
-- column depth       INTEGER    places that the reading kept [places]
-- column stretch     INTEGER    readings of one source with no unread day between them
-- column collection  VARCHAR    who recorded the reading
-- key    country, app, observed_at, collection
select
    country,
    app,
    observed_at,
    time_precision,
    rank,
    state,
    depth,
    stretch,
    collection
from rank_steps($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date, 'daily')
where list_contains($apps::varchar[], app) and list_contains($countries::varchar[], country)
order by country, app, observed_at
