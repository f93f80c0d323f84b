-- Every reading of one chart: where each chosen app stood in it.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app            VARCHAR    catalogue code
-- column observed_at    TIMESTAMP  moment of the reading, UTC
-- column time_precision VARCHAR    day or second: how exactly the moment is known
-- column rank           INTEGER    position, 1 is best [place]; null below the cut-off
-- column state          VARCHAR    ranked or below
-- column depth          INTEGER    places that the reading kept [places]
-- column stretch        INTEGER    readings of one source with no unread day between them
-- column collection     VARCHAR    who recorded the reading
-- column source         VARCHAR    collection and commit
-- key    app, observed_at, collection
with chosen as (
    select *
    from states
    where
        country = $country::varchar
        and store = $store::varchar
        and chart = $chart::varchar
        and category = $category::varchar
        and app = any($apps::varchar[])
        and day between $since::date and $until::date
),

broken as (
    select
        *,
        coalesce(
            day - lag(day) over before > 1
            or collection <> lag(collection) over before, false
        ) as breaks
    from chosen
    window before as (partition by app order by observed_at, collection)
)

select
    app,
    observed_at,
    time_precision,
    rank,
    state,
    depth,
    (sum(breaks::integer) over (partition by app order by observed_at, collection))::integer as stretch,
    collection,
    source
from broken
order by app, observed_at, collection
