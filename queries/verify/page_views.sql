-- Broken rules of page views: one row per rule and day.
select
    unnest([
        if(views < 0, 'a number of views is negative', null),
        if(day > ingested_at::date, 'a day comes after its ingest', null),
        if(count(*) over same > 1, 'a day stands twice', null)
    ]) as fault,
    concat_ws(' ', day, project, article) as example
from checked
window same as (partition by app, project, article, day, ingested_at)
