-- What bears on each platform and place of an app, in days since its day 0.
-- Nothing is concluded from a ceiling that a floor contradicts: it has no `firm_high`.
create macro counted(choice, storefront) as table
    with dated as (
        select
            *,
            first_on - day_zero as earliest_day,
            last_on - day_zero as latest_day,
            word_on - day_zero as word_day
        from bearing(choice, storefront)
        where low is not null or high is not null
    )

    select
        dated.*,
        case
            when not exists (
                from dated as floors
                where
                    dated.app = floors.app
                    and dated.platform = floors.platform
                    and dated.scope = floors.scope
                    and dated.high < floors.low
                    and dated.earliest_day >= floors.latest_day
            ) then dated.high
        end as firm_high
    from dated
