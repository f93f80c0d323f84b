-- An assistant's page in a store at a moment: present with what the store says of it, or absent.
create table raw_listings (
    store varchar,
    country varchar,
    app_id varchar,
    observed_at timestamp,
    present boolean,
    app_name varchar,
    rating_count bigint,
    rating_average double,
    version varchar,
    released_at timestamp,
    first_released_at timestamp,
    price double,
    currency varchar,
    languages varchar,
    size_bytes bigint,
    source varchar,
    ingested_at timestamp
);
