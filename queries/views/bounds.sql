-- What each download claim bounds: at least `value` by `latest_day`, days since day zero.
-- A claim that names its first day is counted from it, any other from its platform's day zero.
-- "In N days" may mean day N - 1 or day N. Downloads in a period that starts at the launch
-- are a floor for the total.
with counted as (
    select
        milestones.*,
        if(
            milestones.metric = 'downloads_cumulative' and length(milestones.period_start) = 10,
            milestones.start_first,
            day_zero.first_day
        ) as day_zero,
        day_zero.launch_id
    from milestones
    inner join day_zero using (app, platform)
    where
        milestones.metric = 'downloads_cumulative'
        or (
            milestones.metric = 'downloads_in_period'
            and milestones.start_first = day_zero.first_day
        )
)

select
    *,
    if(qualifier = 'at_least' or metric = 'downloads_in_period', 'floor', 'point') as bound,
    coalesce(days_stated - 1, end_first - day_zero) as earliest_day,
    coalesce(days_stated, end_last - day_zero) as latest_day
from counted
where coalesce(days_stated, end_last - day_zero) is not null
