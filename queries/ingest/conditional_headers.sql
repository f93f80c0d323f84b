-- ETag and Last-Modified of the newest accepted answer of each address, for conditional requests.
select
    url,
    etag,
    last_modified
from stored_rows
where outcome in ('kept', 'unchanged') and (etag != '' or last_modified != '')
qualify row_number() over (partition by url order by asked_at desc) = 1
