-- One claim a row about what an assistant offers or costs.
create table raw_features (
    claim_id varchar,
    app varchar,
    feature varchar,
    scope varchar,
    as_of varchar,
    value_en varchar,
    value_fr varchar,
    source_id varchar,
    conflict_id varchar,
    note_en varchar,
    note_fr varchar,
    recorded_on date,
    ingested_at timestamp
);
