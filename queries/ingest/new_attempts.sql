-- The staged attempts that no snapshot holds: a killed run's answers may be judged twice.
create table new_rows as
select staged.*
from staged
anti join stored_rows using (collection, url, asked_at)
