-- The days since launch on which one app was ahead of another, launches like for like, pair of
-- statements by pair: from the day that `app` had reached more than `rival` had not passed, by bounds
-- that are clear.
create macro provable_leads(choice, storefront, on_platform, in_area) as table
    with runners as materialized (
        select *
        from race_statements(choice, storefront, on_platform, in_area)
    )

    select
        quick.app,
        slow.app as rival,
        greatest(quick.latest_day, 0) as since,
        slow.earliest_day as until
    from runners as quick
    inner join runners as slow
        on
            quick.app <> slow.app
            and surely_above(quick.clear_low, quick.latest_day, slow.clear_high, slow.earliest_day)
    where slow.earliest_day >= 0
