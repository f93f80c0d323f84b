-- The statements that bear on each platform and area of an app, under a choice of day 0.
-- What a part has reached, the whole has; what the whole has not passed, no part has. A statement on
-- the platform and area itself is `is_direct`.
create macro relevant_statements(choice, storefront) as table
    with zeros as (
        select
            app,
            platform,
            scope,
            zero,
            zero_last
        from distinct_statements
        union all
        select
            day_zero.app,
            day_zero.platform,
            'world' as scope,
            day_zero.first_day as zero,
            day_zero.last_day as zero_last
        from day_zero
        where day_zero.platform <> 'web'
    ),

    cells as (
        select
            app,
            platform,
            scope,
            min(zero) as zero,
            min(zero_last) as zero_last
        from zeros
        group by app, platform, scope
    )

    select
        cells.* exclude (zero, zero_last),
        statements.* exclude (app, platform, scope, value, low, high, zero, zero_last),
        statements.value as number,
        statements.platform as from_platform,
        statements.scope as from_scope,
        cells.platform = statements.platform and cells.scope = statements.scope as is_direct,
        part_of(statements.platform, statements.scope, cells.platform, cells.scope) as is_part,
        if(is_part, value, null) as value,
        if(is_part, low, null) as low,
        if(part_of(cells.platform, cells.scope, statements.platform, statements.scope), high, null)
            as high,
        coalesce(chosen.first_day, cells.zero) as day_zero,
        coalesce(chosen.last_day, cells.zero_last) as day_zero_last
    from cells
    inner join distinct_statements as statements using (app)
    left join chosen_day_zero(choice, storefront) as chosen on cells.app = chosen.app
    where
        is_part
        or part_of(cells.platform, cells.scope, statements.platform, statements.scope)
