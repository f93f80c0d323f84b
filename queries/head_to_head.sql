-- One app against the others on the readings that can tell: who stood higher, and how often.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  app      VARCHAR    catalogue code of the app that is compared
-- param  rivals   VARCHAR[]  catalogue codes of the others
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column rival    VARCHAR  catalogue code
-- column readings INTEGER  readings of the chart in which either is ranked
-- column ahead    INTEGER  readings with the app above the rival
-- column behind   INTEGER  readings with the rival above the app
-- column untold   INTEGER  readings with both below the cut-off: cannot be told
-- key    rival
with chosen as (
    select
        app,
        rank,
        observed_at,
        collection
    from states
    where
        country = $country::varchar
        and store = $store::varchar
        and chart = $chart::varchar
        and category = $category::varchar
        and day between $since::date and $until::date
)

select
    other.app as rival,
    (count(*) filter (where coalesce(one.rank, other.rank) is not null))::integer as readings,
    (count(*) filter (where one.rank < coalesce(other.rank, 10000)))::integer as ahead,
    (count(*) filter (where other.rank < coalesce(one.rank, 10000)))::integer as behind,
    (count(*) filter (where coalesce(one.rank, other.rank) is null))::integer as untold
from chosen as one
inner join chosen as other using (observed_at, collection)
where
    one.app = $app::varchar
    and other.app = any($rivals::varchar[])
    and other.app <> one.app
group by other.app
order by other.app
