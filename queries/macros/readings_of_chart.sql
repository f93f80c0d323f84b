-- Every reading of one chart, in all countries, on the days from `first_one` to `last_one`.
create macro readings_of_chart(in_store, in_chart, in_category, first_one, last_one) as table
    select *
    from chart_readings
    where
        store = in_store
        and chart = in_chart
        and category = in_category
        and day between first_one and last_one
