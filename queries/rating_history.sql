-- How many ratings the chosen apps have in one country, their average, and how many came in a week.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app            VARCHAR    catalogue code
-- column observed_at    TIMESTAMP  moment of the reading, UTC
-- column rating_count   INTEGER    ratings since the listing began [ratings]
-- column rating_average DOUBLE     average, 1 to 5 [stars]; null while nobody has rated
-- column since_at       TIMESTAMP  reading before, UTC; null for the first
-- column new_ratings    INTEGER    ratings more than then [ratings]; negative where the store took some away
-- column new_per_week   DOUBLE     the same over the true time between the two [ratings a week]
-- column version        VARCHAR    version of the app
-- column collection     VARCHAR    who recorded the reading
-- key    app, observed_at
select
    app,
    observed_at,
    rating_count,
    if(rating_count > 0, rating_average, null) as rating_average,
    lag(observed_at) over before as since_at,
    rating_count - lag(rating_count) over before as new_ratings,
    new_ratings / (epoch(observed_at - since_at) / 604800) as new_per_week,
    version,
    collection
from ratings
where
    country = $country::varchar
    and store = $store::varchar
    and list_contains($apps::varchar[], app)
    and day between $since::date and $until::date
window before as (partition by app, app_id, collection order by observed_at)
order by app, observed_at, collection
