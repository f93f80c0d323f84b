-- Use the attached database, which holds the tables and views of the warehouse.
use warehouse;
