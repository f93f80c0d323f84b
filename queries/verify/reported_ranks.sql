-- Broken rules of reported ranks: one row per rule and claim.
select
    unnest([
        if(rank < 1, 'a place is less than 1', null),
        if(first_day > last_day, 'a report ends before it begins', null),
        if(recorded_on > ingested_at::date, 'a report was recorded after its ingest', null),
        if(count(*) over same > 1, 'a report stands twice in one ingest', null)
    ]) as fault,
    claim_id as example
from checked
window same as (partition by claim_id, ingested_at)
