-- What each download claim bounds: from `low` to `high` downloads in all by a day from `first_on`
-- to `last_on`. A rounded number stands for all that round to it; "at least" and the downloads of a
-- period have no `high`. A claim that names its first day is counted from it, any other from its
-- platform's day zero; "in N days" counts the launch day as the first and may end on day N - 1 or N.
with zeroed as (
    select
        milestones.*,
        milestones.metric = 'downloads_cumulative'
        or coalesce(milestones.start_first = day_zero.first_day, false) as from_launch,
        if(
            milestones.metric = 'downloads_cumulative' and length(milestones.period_start) = 10,
            milestones.start_first,
            day_zero.first_day
        ) as zero,
        day_zero.launch_id
    from milestones
    inner join day_zero using (app, platform)
    where milestones.metric in ('downloads_cumulative', 'downloads_in_period')
),

dated as (
    select
        *,
        if(from_launch, days_stated, null) as days_told,
        metric = 'downloads_in_period' or qualifier = 'at_least' as is_floor
    from zeroed
)

select
    * exclude (days_told, is_floor),
    if(is_floor, 'floor', 'point') as bound,
    least_of(qualifier, value) as low,
    if(is_floor, null, most_of(qualifier, value)) as high,
    coalesce(zero + days_told - 1, end_first) as first_on,
    coalesce(zero + days_told, end_last) as last_on
from dated
where coalesce(zero + days_told, end_last) is not null
