-- The day that each app's platform is counted from; `all` is the first app launch on any platform.
with anywhere as (
    select * exclude (area)
    from launch_days
    where area = 'any'
),

widened as (
    from anywhere
    union all by name
    select anywhere.* replace ('all' as platform)
    from anywhere
    where platform <> 'web'
)

select *
from widened
qualify
    row_number() over (
        partition by app, platform
        order by
            last_day,
            tier,
            launch_id
    ) = 1
