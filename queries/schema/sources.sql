-- Where claims were read: one row an address.
create table raw_sources (
    source_id varchar,
    url varchar,
    title varchar,
    publisher varchar,
    tier varchar,
    published_on varchar,
    recorded_on date,
    ingested_at timestamp
);
