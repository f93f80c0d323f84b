-- Broken rules of attempts: one row per rule and attempt.
select
    unnest([
        if(outcome in ('refused', 'unreached') and reason = '', 'a refusal gives no reason', null),
        if(outcome = 'kept' and length(answer_sha256) != 64, 'a kept answer has no digest', null),
        if(count(*) over same > 1, 'an attempt stands twice', null)
    ]) as fault,
    concat_ws(' ', asked_at, url) as example
from checked
window same as (partition by collection, url, asked_at)
