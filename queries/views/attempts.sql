-- What our own collector asked for, and what came of it.
select *
from raw_attempts
where ingested_at <= (select clock.as_of from clock)
