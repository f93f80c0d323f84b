-- What our own collector asked for, and what came of it, with the raw answer's size and digest.
create table raw_attempts (
    run_at timestamp,
    collection varchar,
    country varchar,
    chart varchar,
    category varchar,
    subject varchar,
    asked_at timestamp,
    outcome varchar,
    reason varchar,
    detail varchar,
    tries integer,
    http_status integer,
    url varchar,
    observed_at timestamp,
    places integer,
    answer_bytes bigint,
    answer_sha256 varchar,
    etag varchar,
    last_modified varchar,
    ingested_at timestamp
);
