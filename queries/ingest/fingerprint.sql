-- How many rows there are, and a number that changes with any of them but not with their order.
select
    count(*) as rows,
    sum(hash(stored_rows)) as row_hash
from stored_rows
