-- The days that all readings and claims together cover.
--
-- column first_day DATE  first day
-- column last_day  DATE  last day
with days as (
    select
        first_day,
        last_day
    from launches
    where basis <> 'reused_id'
    union all
    select
        end_first as first_day,
        end_last as last_day
    from milestones
    where end_first is not null
    union all
    select
        coalesce(first_day, last_day) as first_day,
        last_day
    from reported_ranks
    union all
    select
        day as first_day,
        day as last_day
    from chart_readings
    union all
    select
        day as first_day,
        day as last_day
    from ratings
    union all
    select
        day as first_day,
        day as last_day
    from page_views
)

select
    min(first_day) as first_day,
    max(last_day) as last_day
from days
