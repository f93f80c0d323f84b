-- Broken rules of store pages: one row per rule and page.
select
    unnest([
        if(rating_count < 0, 'a number of ratings is negative', null),
        if(rating_average not between 0 and 5, 'an average lies outside 0 to 5', null),
        if(price < 0 or size_bytes < 0, 'a price or a size is negative', null),
        if(not present and app_name is not null, 'an absent page says something', null),
        if(observed_at > ingested_at, 'a page comes after its ingest', null),
        if(count(*) over same > 1, 'a page stands twice', null)
    ]) as fault,
    concat_ws(' ', observed_at, country, store, app_id) as example
from checked
window same as (partition by store, country, app_id, observed_at, ingested_at)
