-- Charts of one country with a snapshot; those first in which most days rank a chosen assistant.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  apps     VARCHAR[]  catalogue codes
--
-- column store       VARCHAR  catalogue code of the store
-- column chart       VARCHAR  catalogue code of the chart
-- column category    VARCHAR  catalogue code of the category
-- column days        INTEGER  days with a snapshot [days]
-- column days_ranked INTEGER  of these, days on which one of the apps was ranked [days]
-- column first_day   DATE     first day with a snapshot
-- column last_day    DATE     last day with a snapshot
-- key    store, chart, category
with ranked as (
    select
        store,
        chart,
        category,
        count(distinct day)::integer as days_ranked
    from rank_states
    where
        country = $country::varchar
        and list_contains($apps::varchar[], app)
        and state = 'ranked'
    group by all
)

select
    coverage.store,
    coverage.chart,
    coverage.category,
    coverage.days,
    coalesce(ranked.days_ranked, 0) as days_ranked,
    coverage.first_day,
    coverage.last_day
from chart_coverage as coverage
left join ranked using (store, chart, category)
where coverage.country = $country::varchar
order by days_ranked desc, coverage.days desc, coverage.store, coverage.chart, coverage.category
