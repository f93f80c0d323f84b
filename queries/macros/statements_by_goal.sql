-- What bears on each platform and area of an app, once for each number of downloads; `of_order`: by this
-- statement the number is reached, no count far above it came before, and its day may be compared with
-- other launches' of the race.
create macro statements_by_goal(choice, storefront, on_platform, in_area, goals) as table
    with statements as (
        select
            *,
            unnest(goals) as goal,
            unlike is null and platform = on_platform and scope = in_area as comparable
        from statements_by_day(choice, storefront)
        inner join like_for_like(choice, storefront, on_platform, in_area) using (app)
    )

    select
        *,
        race_of(platform = on_platform, scope = in_area) as race,
        coalesce(comparable and clear_low >= goal, false)
        and not first_count(number, goal)
        and latest_day <= coalesce(
            min(latest_day) filter (where low >= goal and first_count(number, goal))
                over (partition by app, platform, scope, goal),
            latest_day
        ) as of_order,
        if(comparable, clear_high, null) as comparable_high
    from statements
