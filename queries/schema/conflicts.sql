-- What sources disagree about, and how to read it.
create table raw_conflicts (
    conflict_id varchar,
    title_en varchar,
    title_fr varchar,
    reading_en varchar,
    reading_fr varchar,
    recorded_on date,
    ingested_at timestamp
);
