-- The day that each app's platform is counted from: a dated announcement, else the
-- store's own release date, else a month. `all` is the first app launch on any platform.
with dated as (
    select
        app,
        platform,
        launch_id,
        first_day,
        last_day,
        basis,
        source_id
    from launches
    where basis <> 'reused_id'
),

widened as (
    from dated
    union all by name
    select dated.* replace ('all' as platform)
    from dated
    where platform <> 'web'
)

select *
from widened
qualify
    row_number() over (
        partition by app, platform
        order by
            first_day <> last_day,
            basis = 'store_release',
            first_day,
            launch_id
    ) = 1
