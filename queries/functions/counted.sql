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
    )

    select
        dated.*,
        case when not exists (
            from dated as other
            where
                (dated.app, dated.platform, dated.scope) = (other.app, other.platform, other.scope)
                and surely_above(dated.low, dated.latest_day, other.high, other.earliest_day)
        ) then dated.low end as firm_low,
        case when not exists (
            from dated as other
            where
                (dated.app, dated.platform, dated.scope) = (other.app, other.platform, other.scope)
                and surely_above(other.low, other.latest_day, dated.high, dated.earliest_day)
        ) then dated.high end as firm_high
    from dated
