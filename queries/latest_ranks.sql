-- The newest reading of each chart of one country, and where the chosen apps stood.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column store       VARCHAR    catalogue code of the store
-- column chart       VARCHAR    catalogue code of the chart
-- column category    VARCHAR    catalogue code of the category
-- column observed_at TIMESTAMP  moment of the reading, UTC
-- column time_precision VARCHAR day or second: how exactly the moment is known
-- column app         VARCHAR    catalogue code
-- column rank        INTEGER    position, 1 is best [place]; null below the cut-off
-- column state       VARCHAR    ranked or below
-- column depth       INTEGER    places that the reading kept [places]
-- column collection  VARCHAR    who recorded the reading
-- key    store, chart, category, collection, app
select
    store,
    chart,
    category,
    observed_at,
    time_precision,
    app,
    rank,
    state,
    depth,
    collection
from rank_states
where
    country = $country::varchar
    and list_contains($apps::varchar[], app)
    and day between $since::date and $until::date
qualify
    observed_at = max(observed_at) over (partition by store, chart, category)
order by store, chart, category, rank nulls last, app
