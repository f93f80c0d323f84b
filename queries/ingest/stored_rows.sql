-- What files of a dataset hold, in the columns that the dataset has today.
create view stored_rows as
select * from shape
union all by name
select * from held
