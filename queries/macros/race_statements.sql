-- The statements that bear on one race: one platform in one place. Of an app that may not be compared with
-- others, `unlike` says why, and nothing is clear.
create macro race_statements(choice, storefront, on_platform, in_place) as table
    select
        counted.* replace (
            if(unlike is null, counted.clear_low, null) as clear_low,
            if(unlike is null, counted.clear_high, null) as clear_high
        ),
        comparable.* exclude (app)
    from statements_by_day(choice, storefront) as counted
    inner join like_for_like(choice, storefront, on_platform, in_place) as comparable using (app)
    where counted.platform = on_platform and counted.scope = in_place
