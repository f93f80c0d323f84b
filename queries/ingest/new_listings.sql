-- The staged pages of which the newest one stored of that day (UTC) says something else. What a
-- killed run stored already is not stored again.
create table new_rows as
with staged_pages as (
    select
        *,
        observed_at::date as day
    from staged
),

newest as (
    select
        *,
        observed_at::date as day
    from stored_rows
    qualify
        row_number() over (
            partition by store, country, app_id, observed_at::date
            order by observed_at desc, ingested_at desc
        ) = 1
),

news as (
    select * exclude (observed_at, source, ingested_at) from staged_pages
    except
    select * exclude (observed_at, source, ingested_at) from newest
)

select staged_pages.* exclude (day)
from staged_pages
semi join news using (store, country, app_id, day)
anti join stored_rows using (store, country, app_id, observed_at)
