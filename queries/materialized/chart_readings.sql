-- One row a reading: the store's telephone chart read once, in its newest version, with its depth and the
-- followed apps that it places. A reading is one collection's: two that read one chart at one moment stay
-- apart. Of readings that kept chosen apps each id has its own newest version: an export of other apps
-- takes nothing from it.
with versions as (
    select standings.*
    from raw_chart_readings as standings
    inner join catalog_stores using (store, device)
    where standings.ingested_at <= (select clock.as_of from clock)
    qualify
        dense_rank() over (
            partition by
                standings.store,
                standings.country,
                standings.chart,
                standings.category,
                standings.observed_at,
                standings.collection,
                standings.only_id
            order by standings.ingested_at desc
        ) = 1
),

best as (
    select
        * exclude (only_id, apps, ranks, places),
        apps[1] as app,
        min(ranks[1]) as rank,
        sum(places) as places
    from versions
    where scope = 'chosen'
    group by all
)

select * exclude (only_id)
from versions
where scope <> 'chosen'
union all by name
select
    * exclude (app, rank, places),
    sum(places)::integer as places,
    coalesce(list(app order by app) filter (where app is not null), []) as apps,
    coalesce(list(rank order by app) filter (where app is not null), []) as ranks
from best
group by all
order by store, country, chart, category, day, observed_at
