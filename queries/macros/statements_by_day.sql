-- What bears on each platform and place of an app, in days since its day 0; of a launch known by its
-- month these are ranges. Where a floor lies above a ceiling, neither is firm: what is concluded holds
-- whichever source is right. What may be compared is stricter, `clear`: its day is no "about"; the number
-- may be rounded twice as coarsely; and a ceiling is none of a series of which any number is contested
-- or contradicted.
create macro statements_by_day(choice, storefront) as table
    with dated as (
        select
            *,
            first_on - day_zero_last as earliest_day,
            last_on - day_zero as latest_day,
            stated_on - day_zero_last as stated_day
        from relevant_statements(choice, storefront)
        where low is not null or high is not null
    ),

    firm as (
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
    )

    select
        *,
        case when not approximate then firm_low - (number - low) end as clear_low,
        case
            when
                not approximate
                and not bool_or(contested or (firm_high is null and high is not null))
                    over (partition by app, platform, scope, series)
                then firm_high + (high - number)
        end as clear_high
    from firm
