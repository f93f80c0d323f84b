-- One row a reading: a chart read once, with its depth.
select
    store,
    country,
    device,
    chart,
    category,
    observed_at,
    day,
    time_precision,
    source,
    collection,
    depth,
    scope,
    ingested_at,
    count(rank) as places
from places
group by all
