-- The places of one complete reading of one chart, with its depth; no row where there is none.
create macro complete_places(in_country, in_store, in_chart, in_category, moment) as table
    select
        app_id,
        app_name,
        rank,
        depth
    from places
    where
        country = in_country
        and store = in_store
        and chart = in_chart
        and category = in_category
        and scope = 'all'
        and observed_at = moment
    qualify dense_rank() over (order by collection) = 1
