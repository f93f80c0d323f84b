-- The staged readings that differ from the newest version stored, whole.
create table fresh as
with incoming_readings as (
    select
        store,
        country,
        device,
        chart,
        category,
        observed_at,
        time_precision,
        source,
        depth,
        scope,
        list({ 'rank': rank, 'app_id': app_id, 'app_name': app_name } order by rank) as places
    from staged
    group by all
),

newest as (
    select *
    from stored
    qualify
        dense_rank() over (
            partition by store, country, device, chart, category, observed_at, source
            order by ingested_at desc
        ) = 1
),

stored_readings as (
    select
        store,
        country,
        device,
        chart,
        category,
        observed_at,
        time_precision,
        source,
        depth,
        scope,
        ingested_at,
        list({ 'rank': rank, 'app_id': app_id, 'app_name': app_name } order by rank) as places
    from newest
    group by all
),

news as (
    select * from incoming_readings
    except
    select * exclude (ingested_at) from stored_readings
)

select staged.*
from staged
semi join news using (store, country, device, chart, category, observed_at, source)
