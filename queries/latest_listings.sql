-- What the newest reading of each chosen app's page in one country's store said, or that there was none.
--
-- param  country        VARCHAR    storefront, ISO 3166 code, lower case
-- param  store          VARCHAR    catalogue code of the store
-- param  apps           VARCHAR[]  catalogue codes
-- param  since          DATE       first day wanted, UTC
-- param  until          DATE       last day wanted, UTC
--
-- column app            VARCHAR    catalogue code
-- column app_id         VARCHAR    the store's id
-- column state          VARCHAR    listed or unlisted
-- column app_name       VARCHAR    name in this store; null where unlisted, as all that follows
-- column rating_count   BIGINT     ratings since the listing began [ratings]
-- column rating_average DOUBLE     average, 1 to 5 [stars]; null while nobody has rated
-- column version        VARCHAR    version of the app
-- column released_at    TIMESTAMP  when this version came out, UTC
-- column price          DOUBLE     price of the app itself, in `currency`; 0 is free
-- column currency       VARCHAR    ISO 4217 code
-- column languages      VARCHAR    ISO 639 codes, apart by commas
-- column size           DOUBLE     to download [MB, millions of bytes]
-- column observed_at    TIMESTAMP  moment of the reading, UTC
-- column collection     VARCHAR    who recorded it
-- key    app, app_id
with newest as (
    select *
    from listings
    where
        country = $country::varchar
        and store = $store::varchar
        and list_contains($apps::varchar[], app)
        and day between $since::date and $until::date
    qualify row_number() over (partition by app, app_id order by observed_at desc) = 1
)

select
    app,
    app_id,
    if(present, 'listed', 'unlisted') as state,
    app_name,
    rating_count,
    if(rating_count > 0, rating_average, null) as rating_average,
    version,
    released_at,
    price,
    currency,
    languages,
    size_bytes / 1000000 as size,
    observed_at,
    collection
from newest
-- An app may have had several ids: one that is not in the store says nothing where another is.
qualify present or row_number() over (partition by app order by present desc, app_id) = 1
order by app, app_id
