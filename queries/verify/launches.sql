-- What breaks the rules of launches: a row each broken rule of each row.
select
    unnest([
        if(recorded_on > ingested_at::date, 'a launch was recorded after its ingest', null),
        if(count(*) over same > 1, 'a launch stands twice in one ingest', null)
    ]) as fault,
    launch_id as example
from checked
window same as (partition by launch_id, ingested_at)
