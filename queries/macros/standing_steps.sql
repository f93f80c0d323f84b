-- The days of standing_days with what became of each rank since the last day with a snapshot before it, since
-- the day 7 days before and since that 30 days before; with the days at no. 1 and the last 30 days of each
-- app.
create macro standing_steps(in_country, in_reference, among, last_one) as table
    select
        *,
        lag(day) over before as before_day,
        move_of(rank, depth, lag(rank) over before, lag(depth) over before) as move_before,
        lag(rank) over before - rank as gain_before,
        move_of(rank, depth, max(rank) over week, max(depth) over week) as move_week,
        max(rank) over week - rank as gain_week,
        move_of(rank, depth, max(rank) over month, max(depth) over month) as move_month,
        max(rank) over month - rank as gain_month,
        (count(*) filter (where rank = 1) over entire)::integer as days_at_1,
        (count(*) over entire)::integer as days_observed,
        list(day) filter (where day > newest_day - 30) over entire as line_days,
        list(rank) filter (where day > newest_day - 30) over entire as line_ranks
    from standing_days(in_country, in_reference, among, last_one)
    window
        before as (partition by country, store, chart, category, app order by day),
        week as (
            partition by country, store, chart, category, app order by day
            range between interval 7 day preceding and interval 7 day preceding
        ),
        month as (
            partition by country, store, chart, category, app order by day
            range between interval 30 day preceding and interval 30 day preceding
        ),
        entire as (
            partition by country, store, chart, category, app order by day
            rows between unbounded preceding and unbounded following
        )
