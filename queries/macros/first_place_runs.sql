-- The longest run of days in a row on which the day's rank of an app was 1, in one chart and country.
create macro first_place_runs(in_country, in_store, in_chart, in_category, first_one, last_one) as table
    -- Days in a row keep their distance to their number among the days.
    with numbered as (
        select
            app,
            day,
            day - (row_number() over (partition by app order by day))::integer as island
        from chart_days(in_store, in_chart, in_category, first_one, last_one)
        where country = in_country and is_last and rank = 1
    )

    select
        app,
        count(*)::integer as run_at_1,
        min(day) as run_from
    from numbered
    group by app, island
    qualify row_number() over (partition by app order by run_at_1 desc, run_from) = 1
