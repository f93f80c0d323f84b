-- Places in store charts; the reading's own columns stand on each of its rows.
create table raw_charts (
    store varchar,
    country varchar,
    device varchar,
    chart varchar,
    category varchar,
    observed_at timestamp,
    time_precision varchar,
    source varchar,
    depth integer,
    scope varchar,
    rank integer,
    app_id varchar,
    app_name varchar,
    ingested_at timestamp
);
