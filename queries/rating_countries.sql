-- In which countries rating counts have been read, of how many apps, and when.
--
-- column country   VARCHAR  storefront, ISO 3166 code, lower case
-- column store     VARCHAR  catalogue code of the store
-- column apps      VARCHAR  catalogue codes, apart by semicolons
-- column readings  INTEGER  readings
-- column first_day DATE     first day read, UTC
-- column last_day  DATE     last day read, UTC
-- key    country, store
select
    country,
    store,
    string_agg(distinct app, ';' order by app) as apps,
    count(*)::integer as readings,
    min(day) as first_day,
    max(day) as last_day
from ratings
group by country, store
order by readings desc, country, store
