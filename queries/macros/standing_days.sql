-- The last snapshot of each day up to `last_one`, for the apps `among`, in the charts of one
-- country in which one of them was ever ranked, the three with most such days, and in one overall chart
-- beside them. `best` is the app's best rank in any snapshot.
create macro standing_days(in_country, in_reference, among, last_one) as table
    with snapshots as (
        select
            *,
            row_number() over (
                partition by country, store, chart, category, app, day
                order by observed_at desc, collection desc
            ) = 1 as is_last,
            min(rank) over (partition by country, store, chart, category, app) as best
        from rank_states
        where
            (
                country = in_country
                or (country = in_reference and (store, chart, category) = ('app_store', 'top-free', 'all'))
            )
            and list_contains(among, app)
            and day <= last_one
    ),

    charts as (
        select
            country,
            store,
            chart,
            category,
            max(day) as newest_day,
            count(distinct day) filter (where rank is not null) as chart_days
        from snapshots
        group by country, store, chart, category
        having chart_days > 0
        qualify
            row_number() over (
                partition by country order by chart_days desc, newest_day desc, store, chart, category
            ) <= 3
    )

    select * exclude (is_last)
    from snapshots
    inner join charts using (country, store, chart, category)
    where is_last
