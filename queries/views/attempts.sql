-- Requests of our own collector and their outcomes.
select *
from raw_attempts
where ingested_at <= (select clock.as_of from clock)
