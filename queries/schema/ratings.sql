-- Rating counts and averages of a store listing at a moment.
create table raw_ratings (
    store varchar,
    country varchar,
    app_id varchar,
    observed_at timestamp,
    app_name varchar,
    rating_count integer,
    rating_average double,
    version varchar,
    released_at timestamp,
    source varchar,
    ingested_at timestamp
);
