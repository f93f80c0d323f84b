-- The reported ranks of one chart whose days touch those from `first_one` to `last_one`. Copies of one
-- statement count once: `copies` says how many there are, and the one with the best evidence `is_best_copy`.
create macro chart_reports(in_country, in_store, in_chart, in_category, among, first_one, last_one) as table
    with chosen as (
        select
            *,
            statement_of(rests_on, claim_id) as statement
        from reported_ranks
        where
            country = in_country
            and store = in_store
            and chart = in_chart
            and category = in_category
            and list_contains(among, app)
            and last_day >= first_one
            and coalesce(first_day, last_day) <= last_one
    )

    select
        *,
        (count(*) over (partition by app, rank, statement))::integer as copies,
        row_number() over (
            partition by app, rank, statement
            order by tier nulls last, nullif(published_on, '') nulls last, claim_id
        ) = 1 as is_best_copy
    from chosen
