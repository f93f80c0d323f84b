-- The staged pages of which the newest one stored of that day (UTC) says something else. What a
-- killed run stored already is not stored again.
create table new_rows as
with asked as (
    select
        *,
        observed_at::date as day
    from staged
),

known as (
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
    select * exclude (observed_at, source, ingested_at) from asked
    except
    select * exclude (observed_at, source, ingested_at) from known
)

select asked.* exclude (day)
from asked
semi join news using (store, country, app_id, day)
anti join stored_rows using (store, country, app_id, observed_at)
