-- Days on which a store has an id of each app: spans that do not overlap.
with edges as (
    select
        app,
        store,
        coalesce(since::date, date '0001-01-01') as day
    from catalog_ids
    union
    select
        app,
        store,
        coalesce(until::date + 1, date '9999-12-31') as day
    from catalog_ids
),

spans as (
    select
        app,
        store,
        day as since,
        lead(day) over (partition by app, store order by day) - 1 as until
    from edges
)

select spans.*
from spans
semi join catalog_ids as ids
    on
        spans.app = ids.app
        and spans.store = ids.store
        and spans.since >= coalesce(ids.since, spans.since)
        and spans.until <= coalesce(ids.until, spans.until)
where spans.until is not null
