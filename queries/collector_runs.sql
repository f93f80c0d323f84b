-- What our own collector asked for in its newest runs, and what came of it.
--
-- column run_at     TIMESTAMP  when the run began, UTC
-- column collection VARCHAR    which source was asked
-- column asked      INTEGER    questions [questions]
-- column kept       INTEGER    answers that are shown [answers]
-- column unchanged  INTEGER    answers that said what was held already [answers]
-- column absent     INTEGER    answers that nothing is known [answers]
-- column refused    INTEGER    answers that could not be trusted [answers]
-- column unreached  INTEGER    questions without an answer [questions]
-- key    run_at, collection
with newest as (
    select run_at
    from attempts
    group by run_at
    order by max(ingested_at) desc, run_at desc
    limit 7
)

select
    run_at,
    collection,
    count(*)::integer as asked,
    (count(*) filter (where outcome = 'kept'))::integer as kept,
    (count(*) filter (where outcome = 'unchanged'))::integer as unchanged,
    (count(*) filter (where outcome = 'absent'))::integer as absent,
    (count(*) filter (where outcome = 'refused'))::integer as refused,
    (count(*) filter (where outcome = 'unreached'))::integer as unreached
from attempts
semi join newest using (run_at)
group by all
order by run_at desc, collection
