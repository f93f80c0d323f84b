-- All staged claims where any differs from the newest snapshot, else nothing.
create table new_rows as
with newest as (
    select * replace (null::timestamp as ingested_at)
    from stored_rows
    where ingested_at = (select max(latest.ingested_at) from stored_rows as latest)
),

differing as (
    (
        select * from staged
        except
        select * from newest
    )
    union all
    (
        select * from newest
        except
        select * from staged
    )
)

select * from staged
where exists (select 1 from differing)
