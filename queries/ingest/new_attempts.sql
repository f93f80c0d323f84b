-- The staged attempts that no snapshot holds: a killed run's answers may be judged twice.
create table fresh as
select staged.*
from staged
anti join stored using (collection, url, asked_at)
