-- All rows of some files of a dataset, in the columns that the dataset has today.
create view stored_rows as
select * from shape
union all by name
select * from file_rows
