-- The launch row that stands for each app, platform and area (`any` for all areas together):
-- a day before a month, an announcement before the store's own release date, the earlier first, and of
-- the same day the better source.
with dated as (
    select
        app,
        platform,
        scope as area,
        launch_id,
        first_day,
        last_day,
        basis,
        tier,
        source_id
    from launches
    where basis <> 'reused_id'
),

placed as (
    from dated
    union all by name
    select dated.* replace ('any' as area)
    from dated
)

select *
from placed
qualify
    row_number() over (
        partition by app, platform, area
        order by
            first_day <> last_day,
            basis = 'store_release',
            first_day,
            tier,
            launch_id
    ) = 1
