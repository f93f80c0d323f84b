-- On which days a chart was refused for being shorter than before, and how long it was.
select distinct
    collection,
    country,
    chart,
    category,
    asked_at::date as day,
    places
from stored_rows
where reason = 'shrunk'
