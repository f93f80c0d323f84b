-- What breaks the rules of sources: a row each broken rule of each row.
select
    unnest([
        if(recorded_on > ingested_at::date, 'a source was recorded after its ingest', null),
        if(count(*) over same > 1, 'a source stands twice in one ingest', null)
    ]) as fault,
    source_id as example
from checked
window same as (partition by source_id, ingested_at)
