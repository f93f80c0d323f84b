-- What breaks the rules of conflicts: a row each broken rule of each row.
select
    unnest([
        if(recorded_on > ingested_at::date, 'a conflict was recorded after its ingest', null),
        if(count(*) over same > 1, 'a conflict stands twice in one ingest', null)
    ]) as fault,
    conflict_id as example
from checked
window same as (partition by conflict_id, ingested_at)
