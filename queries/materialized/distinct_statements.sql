-- Each statement once. Claims that rest on one statement are copies of it where they give one number, speak
-- of the same days, or are linked by such copies: taken at its word it holds from the first day that a copy
-- gives, and for sure as its weakest copy has it. The copy that speaks for it is an estimate where any is,
-- gives the first day, and stands in the best source.
with recursive copies as (
    select
        *,
        statement_of(rests_on, claim_id) as statement,
        concat_ws(' ', coalesce(period_start, '-'), coalesce(period_end, '-'), days_stated) as days
    from claim_bounds
),

-- Each claim with those that it is a copy of, and with theirs.
linked as (
    select
        claim_id,
        claim_id as other_id
    from copies
    union
    select
        linked.claim_id,
        other.claim_id as other_id
    from linked
    inner join copies as one on linked.other_id = one.claim_id
    inner join copies as other using (app, platform, scope, statement)
    where one.value = other.value or one.days = other.days
),

first_copies as (
    select
        claim_id,
        min(other_id) as first_copy
    from linked
    group by claim_id
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
    min(last_on) as stated_on,
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
inner join first_copies using (claim_id)
group by app, platform, scope, first_copy, statement
