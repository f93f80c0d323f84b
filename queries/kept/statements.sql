-- Each statement once. Claims of one number that rest on one statement are copies of it: taken at
-- its word it holds from the first day that a copy gives, and for sure as its weakest copy has it.
select
    app,
    platform,
    scope,
    value,
    statement_of(rests_on, claim_id) as statement,
    min(low) as low,
    if(count(high) = count(*), max(high), null) as high,
    min(first_on) as first_on,
    max(last_on) as last_on,
    min(last_on) as word_on,
    min(zero) as zero,
    bool_and(from_launch) as from_launch,
    count(*)::integer as claims,
    first(
        columns(['bound', 'kind', 'stated_by', 'url', 'publisher', 'claim_id', 'series', 'metric'])
        order by last_on, core desc, claim_id
    )
from bounds
group by app, platform, scope, value, statement_of(rests_on, claim_id)
