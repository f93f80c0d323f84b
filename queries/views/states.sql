-- Each tracked app in each reading: ranked, or below the cut-off.
-- A reading that kept assistants alone says nothing of an absent benchmark.
with ids as (
    select
        store,
        app,
        app_id,
        since,
        until
    from catalog_ids
),

followed as (
    select distinct
        readings.store,
        readings.country,
        readings.device,
        readings.chart,
        readings.category,
        readings.observed_at,
        readings.time_precision,
        readings.day,
        readings.depth,
        readings.source,
        readings.collection,
        readings.scope,
        readings.ingested_at,
        ids.app
    from readings
    inner join ids
        on
            readings.store = ids.store
            and readings.day >= coalesce(ids.since, readings.day)
            and readings.day <= coalesce(ids.until, readings.day)
),

ranked as (
    select
        places.store,
        places.country,
        places.device,
        places.chart,
        places.category,
        places.observed_at,
        places.collection,
        ids.app,
        min(places.rank) as rank
    from places
    inner join ids
        on
            places.store = ids.store
            and places.app_id = ids.app_id
            and places.day >= coalesce(ids.since, places.day)
            and places.day <= coalesce(ids.until, places.day)
    group by all
)

select
    followed.*,
    ranked.rank,
    if(ranked.rank is null, 'below', 'ranked') as state
from followed
left join ranked using (store, country, device, chart, category, observed_at, collection, app)
inner join catalog_apps using (app)
where
    ranked.rank is not null
    or followed.scope = 'all'
    or catalog_apps.kind = 'assistant'
