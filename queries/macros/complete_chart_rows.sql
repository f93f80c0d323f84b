-- The places of one chart's complete readings at two moments, each with its depth; of two that read it at
-- one moment the first collection's. No row where there is none.
create macro complete_chart_rows(in_country, in_store, in_chart, in_category, one_at, other_at) as table
    select
        observed_at,
        app_id,
        app_name,
        rank,
        depth
    from chart_rows
    where
        country = in_country
        and store = in_store
        and chart = in_chart
        and category = in_category
        and scope = 'all'
        and observed_at in (one_at, other_at)
    qualify dense_rank() over (partition by observed_at order by collection) = 1
