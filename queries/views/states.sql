-- Each tracked app in each reading: ranked, or below the cut-off.
-- A reading that kept assistants alone says nothing of an absent benchmark.
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
        min(places.rank) as rank
    from followed
    left join places using (store, country, device, chart, category, observed_at, collection, app_id)
    group by all
)

select
    placed.*,
    if(placed.rank is null, 'below', 'ranked') as state
from placed
inner join catalog_apps using (app)
where
    placed.rank is not null
    or placed.scope = 'all'
    or catalog_apps.kind = 'assistant'
