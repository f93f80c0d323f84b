-- Ranks in one chart over time, in all countries: each snapshot, or with `each` = daily the last of a
-- day. A stretch holds snapshots of one source with no day without one between them.
create macro rank_steps(in_store, in_chart, in_category, first_one, last_one, each) as table
    with chosen as (
        select * exclude (is_last)
        from chart_days(in_store, in_chart, in_category, first_one, last_one)
        where each = 'readings' or is_last
    ),

    broken as (
        select
            *,
            coalesce(day - lag(day) over before > 1 or collection <> lag(collection) over before, false)
                as breaks
        from chosen
        window before as (partition by country, app order by observed_at, collection)
    )

    select
        *,
        (sum(breaks::integer) over (partition by country, app order by observed_at, collection))::integer
            as stretch
    from broken
