-- The last stored day of each article's page views.
select
    project,
    article,
    max(day) as last_day
from stored_rows
group by all
