-- What each download claim bounds: from `low` to `high` downloads in all by a day from `first_on`
-- to `last_on`. A rounded number stands for all that round to it; "at least" and the downloads of a
-- period have no `high`. Days of one platform and place are counted from one `zero`: its launch, or the
-- first day that its claims name where that is another; "in N days" counts the launch day as the first
-- and may end on day N - 1 or on day N.
with zeroed as (
    select
        milestones.*,
        coalesce(day_zero.first_day, usual.first_day) as launched,
        milestones.metric = 'downloads_cumulative'
        or coalesce(milestones.start_first = launched, false) as from_launch,
        if(
            milestones.metric = 'downloads_cumulative' and length(milestones.period_start) = 10,
            milestones.start_first,
            launched
        ) as own_zero
    from milestones
    inner join day_zero as usual on milestones.app = usual.app and usual.platform = 'all'
    left join day_zero on milestones.app = day_zero.app and milestones.platform = day_zero.platform
    where
        milestones.metric in ('downloads_cumulative', 'downloads_in_period') and milestones.platform <> 'web'
),

dated as (
    select
        *,
        if(from_launch, days_stated, null) as days_told,
        metric = 'downloads_in_period' or qualifier = 'at_least' as is_floor
    from zeroed
)

select
    * exclude (days_told, is_floor, own_zero, launched),
    min(if(scope = 'world', least(own_zero, launched), own_zero))
        over (partition by app, platform, scope)
        as zero,
    if(is_floor, 'floor', 'point') as bound,
    series_of(platform, scope, stated_by, source_id) as series,
    least_of(qualifier, value) as low,
    if(is_floor, null, most_of(qualifier, value)) as high,
    coalesce(own_zero + days_told - 1, end_first) as first_on,
    coalesce(own_zero + days_told, end_last) as last_on
from dated
where coalesce(own_zero + days_told, end_last) is not null
