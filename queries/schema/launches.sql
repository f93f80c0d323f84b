-- Launch dates, each by one source.
create table raw_launches (
    launch_id varchar,
    app varchar,
    platform varchar,
    platform_stated boolean,
    scope varchar,
    launched_on varchar,
    basis varchar,
    source_id varchar,
    conflict_id varchar,
    note_en varchar,
    note_fr varchar,
    recorded_on date,
    ingested_at timestamp
);
