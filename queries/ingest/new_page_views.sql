-- The staged days that no snapshot holds, or holds with another number.
create table new_rows as
with newest as (
    select *
    from stored_rows
    qualify row_number() over (partition by app, project, article, day order by ingested_at desc) = 1
)

select staged.*
from staged
anti join newest using (app, project, article, day, views)
