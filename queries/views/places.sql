-- The places of each reading, in the newest version of that reading.
select
    raw.*,
    raw.observed_at::date as day,
    split_part(raw.source, '@', 1) as collection
from raw_charts as raw
where raw.ingested_at <= (select clock.as_of from clock)
qualify
    dense_rank() over (
        partition by
            raw.store, raw.country, raw.device, raw.chart, raw.category, raw.observed_at
        order by raw.ingested_at desc
    ) = 1
