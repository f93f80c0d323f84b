-- What breaks the rules of features: a row each broken rule of each row.
select
    unnest([
        if(recorded_on > ingested_at::date, 'a feature was recorded after its ingest', null),
        if(count(*) over same > 1, 'a feature stands twice in one ingest', null)
    ]) as fault,
    claim_id as example
from checked
window same as (partition by claim_id, ingested_at)
