-- What happened, to stand beside a chart.
create table raw_events (
    event_id varchar,
    happened_on varchar,
    apps varchar,
    country varchar,
    kind varchar,
    title_en varchar,
    title_fr varchar,
    source_id varchar,
    conflict_id varchar,
    note_en varchar,
    note_fr varchar,
    recorded_on date,
    ingested_at timestamp
);
