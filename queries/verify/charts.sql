-- Broken rules of charts: one row per rule and reading. Clocks differ by some minutes.
with readings as (
    select
        store,
        country,
        device,
        chart,
        category,
        observed_at,
        source,
        ingested_at,
        max(scope) as scope,
        max(depth) as depth,
        min(rank) as first_rank,
        max(rank) as last_rank,
        count(*) as lines,
        count(rank) as ranked,
        count(distinct rank) as ranks,
        count(distinct app_id) as apps,
        count(distinct { a: time_precision, b: depth, c: scope }) as versions
    from checked
    group by all
)

select
    unnest([
        if(ranks < ranked, 'a place stands twice in one reading', null),
        if(apps < lines, 'an app stands twice in one reading', null),
        if(versions > 1, 'the rows of one reading differ in depth, scope or precision', null),
        if(first_rank < 1 or last_rank > depth, 'a place lies outside the depth of its reading', null),
        if(scope = 'all' and last_rank > ranks, 'a place is missing in a reading of the whole chart', null),
        if(scope = 'all' and depth > last_rank, 'a whole chart is said to be deeper than it was kept', null),
        if(scope <> 'chosen' and ranked < lines, 'an app without a place stands in a chart', null),
        if(observed_at > ingested_at + interval 10 minute, 'a reading comes after its ingest', null)
    ]) as fault,
    concat_ws(' ', observed_at, country, store, device, chart, category, source) as example
from readings
