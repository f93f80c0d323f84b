-- Days on which a chart was rejected for being shorter than before, with its length.
select distinct
    collection,
    country,
    chart,
    category,
    asked_at::date as day,
    places
from stored_rows
where reason = 'shrunk'
