-- The staged readings of which the store of snapshots has no identical one, whole.
create table fresh as
with incoming_readings as (
    select
        store,
        country,
        device,
        chart,
        category,
        observed_at,
        source,
        depth,
        scope,
        list({ 'rank': rank, 'app_id': app_id, 'app_name': app_name } order by rank) as places
    from staged
    group by all
),

stored_readings as (
    select
        store,
        country,
        device,
        chart,
        category,
        observed_at,
        source,
        depth,
        scope,
        ingested_at,
        list({ 'rank': rank, 'app_id': app_id, 'app_name': app_name } order by rank) as places
    from stored
    group by all
),

news as (
    select * from incoming_readings
    except
    select * exclude (ingested_at) from stored_readings
)

select staged.*
from staged
semi join news using (store, country, device, chart, category, observed_at)
