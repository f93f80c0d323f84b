-- The newest reading of one chart in each country, and where the chosen apps stood.
--
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column country     VARCHAR    storefront, ISO 3166 code, lower case
-- column observed_at TIMESTAMP  moment of the reading, UTC
-- column time_precision VARCHAR day or second: how exactly the moment is known
-- column app         VARCHAR    catalogue code
-- column rank        INTEGER    position, 1 is best [place]; null below the cut-off
-- column state       VARCHAR    ranked or below
-- column depth       INTEGER    places that the reading kept [places]
-- column collection  VARCHAR    who recorded the reading
-- key    country, collection, app
with newest as (
    select
        country,
        max(observed_at) as observed_at
    from chart_rank_states($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
    where list_contains($apps::varchar[], app)
    group by country
)

select
    country,
    observed_at,
    time_precision,
    app,
    rank,
    state,
    depth,
    collection
from chart_rank_states($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
inner join newest using (country, observed_at)
where list_contains($apps::varchar[], app)
order by country, rank nulls last, app
