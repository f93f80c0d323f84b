-- The staged readings that differ from the newest version stored, whole. Which answer a reading was
-- read from is no part of it: the same list asked for again is no news. The source of chosen apps bears
-- their file's checksum: a file that was taken once says nothing new, whatever came after it.
create table new_rows as
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
        from stored_rows
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

taken as (
    select
        store,
        country,
        device,
        chart,
        category,
        observed_at,
        split_part(source, '@', 1) as collection,
        first(time_precision) as time_precision,
        first(depth) as depth,
        first(scope) as scope,
        list({ 'rank': rank, 'app_id': app_id, 'app_name': app_name } order by rank, app_id) as places
    from stored_rows
    where scope = 'chosen' and source in (select asked.source from staged as asked)
    group by store, country, device, chart, category, observed_at, source, ingested_at
),

news as (
    select * exclude (incoming) from readings
    where incoming
    except
    select * exclude (incoming) from readings
    where not incoming
    except
    select * from taken
)

select versions.* exclude (incoming, collection)
from versions
semi join news using (store, country, device, chart, category, observed_at, collection)
where versions.incoming
