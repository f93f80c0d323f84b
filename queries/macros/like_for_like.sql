-- Of each app, why its downloads may not be compared with others' under a choice of day 0, null where
-- they may: `no_launch`, no launch of that kind is known; `one_store`, its first launch is known from one
-- country's store page alone; `counted_before`, some of what the race counts came before day 0, on
-- `before_platform`, from `before_least` to `before_most` days earlier.
create macro like_for_like(choice, storefront, on_platform, in_area) as table
    select
        every.app,
        first_launch.platform as before_platform,
        chosen.first_day - usual.last_day as before_least,
        chosen.last_day - usual.first_day as before_most,
        case
            when
                usual.app is null or choice <> 'press'
                and (chosen.app is null or (choice = 'country' and chosen.area <> storefront))
                then 'no_launch'
            when
                first_launch.basis = 'store_release' and first_launch.scope <> in_area
                and not exists (
                    from launches as announced
                    where
                        announced.app = usual.app
                        and on_platform in ('all', announced.platform)
                        and announced.platform <> 'web'
                        and announced.basis = 'announced'
                        and usual.first_day between announced.first_day and announced.last_day
                )
                then 'one_store'
            when
                chosen.launch_id <> usual.launch_id and chosen.last_day > usual.first_day
                then 'counted_before'
        end as unlike
    from day_zero as every
    left join day_zero as usual on every.app = usual.app and usual.platform = on_platform
    left join launches as first_launch on usual.launch_id = first_launch.launch_id
    left join chosen_day_zero(choice, storefront) as chosen on every.app = chosen.app
    where every.platform = 'all'
