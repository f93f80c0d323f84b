-- The statements that bear on one race: one platform in one area. Of an app that may not be compared with
-- others, `unlike` says why, and nothing is clear.
create macro race_statements(choice, storefront, on_platform, in_area) as table
    select
        statements.* replace (
            if(unlike is null, statements.clear_low, null) as clear_low,
            if(unlike is null, statements.clear_high, null) as clear_high
        ),
        comparable.* exclude (app)
    from statements_by_day(choice, storefront) as statements
    inner join like_for_like(choice, storefront, on_platform, in_area) as comparable using (app)
    where statements.platform = on_platform and statements.scope = in_area
