-- Who was no. 1 in each snapshot of two countries that kept rank 1: its name in the store, and its code if
-- it is followed.
create macro chart_leaders(one_country, other_country, last_one) as table
    select
        rows.country,
        rows.store,
        rows.chart,
        rows.category,
        rows.observed_at,
        rows.collection,
        any_value(ids.app) as first_app,
        any_value(rows.app_name) as first_name
    from chart_rows as rows
    left join catalog_ids as ids
        on
            rows.store = ids.store
            and rows.app_id = ids.app_id
            and rows.day between coalesce(ids.since, rows.day) and coalesce(ids.until, rows.day)
    where
        rows.country in (one_country, other_country)
        and rows.day <= last_one
        and rows.rank = 1
    group by all
