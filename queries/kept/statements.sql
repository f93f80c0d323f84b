-- Each statement once. Claims that rest on one statement are copies of it where they give one number, or
-- speak of the same days: taken at its word it holds from the first day that a copy gives, and for sure as
-- its weakest copy has it. The copy that speaks for it is an estimate where any is, gives the first day, and
-- stands in the best source.
with copies as (
    select
        *,
        statement_of(rests_on, claim_id) as statement,
        min(value) over (
            partition by
                app, platform, scope, statement_of(rests_on, claim_id), period_start, period_end, days_stated
        ) as quantity
    from bounds
)

select
    app,
    platform,
    scope,
    min(value) as value,
    statement,
    min(low) as low,
    if(count(high) = count(*), max(high), null) as high,
    min(first_on) as first_on,
    max(last_on) as last_on,
    min(last_on) as word_on,
    min(zero) as zero,
    min(zero_last) as zero_last,
    min(counted_from) as counted_from,
    max(counted_from_last) as counted_from_last,
    bool_and(from_launch) as from_launch,
    bool_or(approximate) as approximate,
    bool_or(conflict_en is not null) as contested,
    count(*)::integer as claims,
    first(
        columns(['bound', 'kind', 'stated_by', 'url', 'publisher', 'tier', 'claim_id', 'series', 'metric'])
        order by kind, last_on, tier, core desc, claim_id
    )
from copies
group by app, platform, scope, quantity, statement
