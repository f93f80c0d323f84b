-- The newest reading of each chart that our own collector keeps: when, and which ids in which order.
-- One older than a month can be compared with nothing.
with newest as (
    select *
    from stored_rows
    where
        split_part(source, '@', 1) in ('apple-marketing', 'apple-legacy')
        and observed_at > (select max(newer.observed_at) from stored_rows as newer) - interval 1 month
    qualify
        dense_rank() over (
            partition by split_part(source, '@', 1), country, chart, category
            order by observed_at desc, ingested_at desc
        ) = 1
)

select
    split_part(source, '@', 1) as collection,
    country,
    chart,
    category,
    observed_at,
    list(app_id order by rank) as ids
from newest
group by all
