-- Checked rows in the columns and types of their dataset.
insert into staged by name
select * from incoming
