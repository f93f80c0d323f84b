-- The staged readings that differ from the newest version stored, whole. Which answer a reading was
-- read from is no part of it: the same list asked for again is no news.
create table fresh as
with versions as (
    select
        *,
        split_part(source, '@', 1) as collection,
        true as incoming
    from staged
    union all by name
    (
        select
            *,
            split_part(source, '@', 1) as collection,
            false as incoming
        from stored
        where observed_at in (select asked.observed_at from staged as asked)
        qualify
            dense_rank() over (
                partition by store, country, device, chart, category, observed_at, collection
                order by ingested_at desc
            ) = 1
    )
),

readings as (
    select
        store,
        country,
        device,
        chart,
        category,
        observed_at,
        collection,
        incoming,
        first(time_precision) as time_precision,
        first(depth) as depth,
        first(scope) as scope,
        list({ 'rank': rank, 'app_id': app_id, 'app_name': app_name } order by rank, app_id) as places
    from versions
    group by all
),

news as (
    select * exclude (incoming) from readings
    where incoming
    except
    select * exclude (incoming) from readings
    where not incoming
)

select versions.* exclude (incoming, collection)
from versions
semi join news using (store, country, device, chart, category, observed_at, collection)
where versions.incoming
