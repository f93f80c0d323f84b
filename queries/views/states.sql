-- Each tracked app in each reading: ranked, or below the cut-off.
-- A reading that kept assistants alone says nothing of an absent benchmark, and one that kept chosen
-- apps says nothing of an app that has no row in it; a row without a place says that it was below.
with followed as (
    select
        readings.* exclude (places),
        ids.app,
        ids.app_id
    from readings
    inner join catalog_ids as ids
        on
            readings.store = ids.store
            and readings.day >= coalesce(ids.since, readings.day)
            and readings.day <= coalesce(ids.until, readings.day)
),

-- An app with two ids stands where the better of them does.
placed as (
    select
        followed.* exclude (app_id),
        min(places.rank) as rank,
        count(places.app_id) > 0 as listed
    from followed
    left join places using (store, country, device, chart, category, observed_at, source, ingested_at, app_id)
    group by all
)

select
    placed.* exclude (listed),
    if(placed.rank is null, 'below', 'ranked') as state
from placed
inner join catalog_apps using (app)
where
    placed.listed
    or placed.scope = 'all'
    or (placed.scope = 'assistants' and catalog_apps.kind = 'assistant')
