-- The bounds that each download claim gives: `low` to `high` downloads in all by a day from `first_on`
-- to `last_on`. A rounded number stands for all that round to it; "at least" and the downloads of a
-- period have no `high`. The claim itself counts from a day from `counted_from` to `counted_from_last`:
-- its own first day, or the launch. Days of one platform and area are counted from one `zero`: the launch,
-- or the first day that its claims name where that is another, at the latest `zero_last` where a source
-- gives a month; "in N days" counts the launch day as the first and may end on day N - 1 or on day N.
with zeroed as (
    select
        milestones.*,
        coalesce(day_zero.first_day, usual.first_day) as launched,
        coalesce(day_zero.last_day, usual.last_day) as launched_last,
        milestones.metric = 'downloads_cumulative'
        or coalesce(milestones.start_first = launched, false) as from_launch,
        coalesce(milestones.metric = 'downloads_cumulative' and length(milestones.period_start) = 10, false)
            as names_start,
        if(names_start, milestones.start_first, launched) as counted_from,
        if(names_start, milestones.start_first, launched_last) as counted_from_last
    from milestones
    inner join day_zero as usual on milestones.app = usual.app and usual.platform = 'all'
    left join day_zero on milestones.app = day_zero.app and milestones.platform = day_zero.platform
    where
        milestones.metric in ('downloads_cumulative', 'downloads_in_period') and milestones.platform <> 'web'
),

dated as (
    select
        *,
        if(from_launch, days_stated, null) as days_after_launch,
        metric = 'downloads_in_period' or qualifier = 'at_least' as is_floor
    from zeroed
)

select
    * exclude (days_after_launch, is_floor, names_start, launched, launched_last),
    min(if(scope = 'world', least(counted_from, launched), counted_from))
        over (partition by app, platform, scope)
        as zero,
    min(if(scope = 'world', least(counted_from_last, launched_last), counted_from_last))
        over (partition by app, platform, scope)
        as zero_last,
    if(is_floor, 'floor', 'point') as bound,
    series_of(platform, scope, stated_by, source_id) as series,
    least_of(qualifier, value) as low,
    if(is_floor, null, most_of(qualifier, value)) as high,
    coalesce(counted_from + days_after_launch - 1, end_first) as first_on,
    coalesce(counted_from_last + days_after_launch, end_last) as last_on
from dated
where coalesce(counted_from_last + days_after_launch, end_last) is not null
