-- The staged ratings that no snapshot holds as they are.
create table fresh as
select * from staged
except
select * replace (null as ingested_at) from stored
