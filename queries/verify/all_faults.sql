-- Every fault of one snapshot's rows: its dataset's own rules, and cells that are null and may not be.
with cells as (  -- noqa: PRS
    unpivot (select columns(*) is null as "\0" from checked)  -- noqa: RF05
    on columns(*) into name cell value blank
),

faults as (
    select
        fault,
        example
    from broken
    where fault is not null
    union all
    select
        'column ' || cell || ' is empty' as fault,
        null as example
    from cells
    where blank and cell <> all($may_be_null::varchar[])
)

select
    fault,
    count(*) as times,
    min(example) as example
from faults
group by fault
order by fault
