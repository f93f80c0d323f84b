-- When each reading first came: a correction of it is no news.
select
    store,
    country,
    chart,
    category,
    observed_at,
    split_part(source, '@', 1) as collection,
    min(ingested_at) as known_at
from raw_charts
where ingested_at <= (select clock.as_of from clock)
group by all
