-- Page views of each assistant's article by day, in the newest version of each day.
select
    *,
    split_part(source, '@', 1) as collection
from raw_page_views
where ingested_at <= (select clock.as_of from clock)
qualify row_number() over (partition by app, project, article, day order by ingested_at desc) = 1
