-- Places in one chart over time, in all countries: each reading, or with `each` = daily the last of a
-- day. A stretch holds readings of one source with no unread day between them.
create macro chart_steps(in_store, in_chart, in_category, first_one, last_one, each) as table
    with kept as (
        select
            *,
            (count(*) over (partition by country, app, day))::integer as of_day
        from chart_states(in_store, in_chart, in_category, first_one, last_one)
        qualify
            each = 'readings'
            or row_number() over (partition by country, app, day order by observed_at desc, collection desc)
            = 1
    ),

    broken as (
        select
            *,
            coalesce(day - lag(day) over before > 1 or collection <> lag(collection) over before, false)
                as breaks
        from kept
        window before as (partition by country, app order by observed_at, collection)
    )

    select
        *,
        (sum(breaks::integer) over (partition by country, app order by observed_at, collection))::integer
            as stretch
    from broken
