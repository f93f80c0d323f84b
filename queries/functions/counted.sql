-- What bears on each platform and place of an app, in days since its day 0.
-- Where a floor lies above a ceiling, neither is firm: what is concluded holds whichever source is right.
create macro counted(choice, storefront) as table
    with dated as (
        select
            *,
            first_on - day_zero as earliest_day,
            last_on - day_zero as latest_day,
            word_on - day_zero as word_day
        from bearing(choice, storefront)
        where low is not null or high is not null
    ),

    clashing as (
        select
            app,
            platform,
            scope,
            floors.low,
            floors.latest_day,
            ceilings.high,
            ceilings.earliest_day
        from dated as floors
        inner join dated as ceilings using (app, platform, scope)
        where floors.low > ceilings.high and floors.latest_day <= ceilings.earliest_day
    )

    select
        dated.*,
        case when not exists (
            from clashing
            where
                dated.app = clashing.app
                and dated.platform = clashing.platform
                and dated.scope = clashing.scope
                and dated.low = clashing.low
                and dated.latest_day = clashing.latest_day
        ) then dated.low end as firm_low,
        case when not exists (
            from clashing
            where
                dated.app = clashing.app
                and dated.platform = clashing.platform
                and dated.scope = clashing.scope
                and dated.high = clashing.high
                and dated.earliest_day = clashing.earliest_day
        ) then dated.high end as firm_high
    from dated
