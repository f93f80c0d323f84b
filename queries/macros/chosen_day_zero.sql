-- The launch that days are counted from where the reader chose one: `web`, `ios`, `android`, or the
-- first in one country (else worldwide). No row for an app without such a launch, nor for `press`.
create macro chosen_day_zero(choice, storefront) as table
    select
        app,
        platform,
        area,
        launch_id,
        first_day,
        last_day,
        tier
    from launch_days
    where
        (choice in ('web', 'ios', 'android') and platform = choice and area = 'any')
        or (choice = 'country' and platform <> 'web' and area in (storefront, 'world'))
    qualify
        row_number() over (
            partition by app
            order by
                area = 'world',
                last_day,
                tier,
                launch_id
        ) = 1
