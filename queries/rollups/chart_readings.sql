-- Each version of each reading in one row, with the places of the apps that the catalogue follows: `ranks`
-- are those of `apps`, null below the cut-off. An app with two ids stands where the better of them does.
-- Of readings that kept chosen apps each id has versions of its own, and so a row of its own.
with marked as (
    select
        unsummed.*,
        split_part(unsummed.source, '@', 1) as collection,
        if(unsummed.scope = 'chosen', unsummed.app_id, null) as only_id,
        ids.app
    from unsummed
    left join catalog_ids as ids
        on
            unsummed.app_id = ids.app_id
            and unsummed.store = ids.store
            and unsummed.observed_at::date between
            coalesce(ids.since, date '0001-01-01') and coalesce(ids.until, date '9999-12-31')
),

best as (
    select
        * exclude (rank, app_id, app_name),
        min(rank) as rank,
        count(rank) as places
    from marked
    group by all
)

select
    store,
    country,
    chart,
    category,
    observed_at::date as day,
    observed_at,
    device,
    time_precision,
    source,
    collection,
    depth,
    scope,
    only_id,
    ingested_at,
    sum(places)::integer as places,
    coalesce(list(app order by app) filter (where app is not null), []::varchar[]) as apps,
    coalesce(list(rank order by app) filter (where app is not null), []::integer[]) as ranks
from best
group by all
