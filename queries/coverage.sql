-- Who read one chart, how often and how deep.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column collection VARCHAR    who recorded the readings
-- column url        VARCHAR    address of the collection
-- column readings   INTEGER    readings
-- column days       INTEGER    days with a reading of this collection [days]
-- column days_in_all INTEGER   days with a reading of any collection [days]
-- column first_at   TIMESTAMP  first reading, UTC
-- column last_at    TIMESTAMP  newest reading, UTC
-- column min_depth  INTEGER    fewest places kept [places]
-- column max_depth  INTEGER    most places kept [places]
-- column complete   INTEGER    readings that kept every place, not assistants alone
-- key    collection
with chosen as (
    select *
    from
        readings_of_chart(
            $store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date
        )
    where country = $country::varchar
)

select
    chosen.collection,
    catalog_collections.url,
    count(*)::integer as readings,
    count(distinct chosen.day)::integer as days,
    (select count(distinct every.day) from chosen as every)::integer as days_in_all,
    min(chosen.observed_at) as first_at,
    max(chosen.observed_at) as last_at,
    min(chosen.depth) as min_depth,
    max(chosen.depth) as max_depth,
    (count(*) filter (where chosen.scope = 'all'))::integer as complete
from chosen
left join catalog_collections using (collection)
group by all
order by first_at, chosen.collection
