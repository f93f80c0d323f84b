-- Broken rules of datasets that are recorded by hand: one row per rule and row. `id` is the name of the id
-- column, `noun` the word for a row in messages.
select
    unnest([
        if(recorded_on > ingested_at::date, $noun::varchar || ' was recorded after its ingest', null),
        if(count(*) over same > 1, $noun::varchar || ' stands twice in one ingest', null)
    ]) as fault,
    columns([$id::varchar]) as example
from checked
window same as (partition by columns([$id::varchar]), ingested_at)
