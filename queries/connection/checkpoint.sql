-- Compress the tables.
checkpoint warehouse;
