-- Where each tracked app stood in every reading of one chart, in all countries, on the days from
-- `first_one` to `last_one`.
create macro chart_rank_states(in_store, in_chart, in_category, first_one, last_one) as table
    select *
    from rank_states
    where
        store = in_store
        and chart = in_chart
        and category = in_category
        and day between first_one and last_one
