-- Where each tracked app stood in every snapshot of one chart, in all countries, on the days from
-- `first_one` to `last_one`. `of_day`: snapshots of that day that tell of the app; `is_last`: the last of
-- them, whose rank is the day's. Every question that counts days counts these.
create macro chart_days(in_store, in_chart, in_category, first_one, last_one) as table
    select
        *,
        (count(*) over (partition by country, app, day))::integer as of_day,
        row_number() over (partition by country, app, day order by observed_at desc, collection desc) = 1
            as is_last
    from chart_rank_states(in_store, in_chart, in_category, first_one, last_one)
