-- What breaks the rules of events: a row each broken rule of each row.
select
    unnest([
        if(recorded_on > ingested_at::date, 'an event was recorded after its ingest', null),
        if(count(*) over same > 1, 'an event stands twice in one ingest', null)
    ]) as fault,
    event_id as example
from checked
window same as (partition by event_id, ingested_at)
