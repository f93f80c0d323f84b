-- Broken rules of milestones: one row per rule and claim.
select
    unnest([
        if(value < 0 or not isfinite(value), 'a number is negative or none', null),
        if(days_stated < 0, 'a number of days is negative', null),
        if(kind not in ('reported', 'estimated'), 'a claim is neither reported nor estimated', null),
        if(qualifier not in ('exact', 'at_least', 'about', 'estimate'), 'a qualifier is unknown', null),
        if(recorded_on > ingested_at::date, 'a claim was recorded after its ingest', null),
        if(count(*) over same > 1, 'a claim stands twice in one ingest', null)
    ]) as fault,
    claim_id as example
from checked
window same as (partition by claim_id, ingested_at)
