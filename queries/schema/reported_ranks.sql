-- Places that somebody reported, over the days that the report may mean.
create table raw_reported_ranks (
    claim_id varchar,
    app varchar,
    country varchar,
    store varchar,
    device varchar,
    chart varchar,
    category varchar,
    rank integer,
    first_day date,
    last_day date,
    precision varchar,
    stated_by varchar,
    rests_on varchar,
    source_id varchar,
    conflict_id varchar,
    note_en varchar,
    note_fr varchar,
    recorded_on date,
    ingested_at timestamp
);
