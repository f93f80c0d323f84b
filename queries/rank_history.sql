-- Every reading of one chart, or the last of each day: where each chosen app stood in it.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  each     VARCHAR    readings: each of them, or daily: the last of a day, UTC
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app            VARCHAR    catalogue code
-- column observed_at    TIMESTAMP  moment of the reading, UTC
-- column time_precision VARCHAR    day, hour, minute or second: how exactly the moment is known
-- column rank           INTEGER    position, 1 is best [place]; null below the cut-off
-- column state          VARCHAR    ranked or below
-- column depth          INTEGER    places that the reading kept [places]
-- column of_day         INTEGER    readings of that day that tell of the app
-- column stretch        INTEGER    readings of one source with no unread day between them
-- column collection     VARCHAR    who recorded the reading
-- column source         VARCHAR    collection and commit
-- key    app, observed_at, collection
select
    app,
    observed_at,
    time_precision,
    rank,
    state,
    depth,
    of_day,
    stretch,
    collection,
    source
from
    rank_steps(
        $store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date, $each::varchar
    )
where country = $country::varchar and list_contains($apps::varchar[], app)
order by app, observed_at, collection
