-- The first ingest of each reading: a correction of it is no news.
select
    store,
    country,
    chart,
    category,
    observed_at,
    collection,
    min(ingested_at) as known_at
from raw_chart_readings
where ingested_at <= (select clock.as_of from clock)
group by all
