-- The staged ratings that differ from the newest version stored.
create table new_rows as
with newest as (
    select *
    from stored_rows
    qualify
        row_number() over (
            partition by store, country, app_id, observed_at
            order by ingested_at desc
        ) = 1
)

select * from staged
except
select * replace (null as ingested_at) from newest
