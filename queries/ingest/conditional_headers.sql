-- What each address said of its newest answer that was taken, to ask only for a newer one.
select
    url,
    etag,
    last_modified
from stored_rows
where outcome in ('kept', 'unchanged') and (etag != '' or last_modified != '')
qualify row_number() over (partition by url order by asked_at desc) = 1
