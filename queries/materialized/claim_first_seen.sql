-- The first ingest of each claim; `first_of_all`: with the first ones of its kind, before which
-- there was nothing to compare it with.
with claims as (
    select
        'launches' as dataset,
        launch_id as claim_id,
        ingested_at
    from raw_launches
    union all
    select
        'milestones' as dataset,
        claim_id,
        ingested_at
    from raw_milestones
    union all
    select
        'reported_ranks' as dataset,
        claim_id,
        ingested_at
    from raw_reported_ranks
    union all
    select
        'events' as dataset,
        event_id as claim_id,
        ingested_at
    from raw_events
    union all
    select
        'features' as dataset,
        claim_id,
        ingested_at
    from raw_features
)

select
    dataset,
    claim_id,
    min(ingested_at) as known_at,
    min(ingested_at) = min(min(ingested_at)) over (partition by dataset) as first_of_all
from claims
where ingested_at <= (select clock.as_of from clock)
group by dataset, claim_id
