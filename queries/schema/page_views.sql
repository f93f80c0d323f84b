-- How often an assistant's article was read on a day (UTC).
create table raw_page_views (
    app varchar,
    project varchar,
    article varchar,
    day date,
    views bigint,
    access varchar,
    agent varchar,
    source varchar,
    ingested_at timestamp
);
