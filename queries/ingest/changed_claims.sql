-- All staged claims where any differs from the newest snapshot, else nothing.
create table fresh as
with newest as (
    select * replace (null::timestamp as ingested_at)
    from stored
    where ingested_at = (select max(latest.ingested_at) from stored as latest)
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
