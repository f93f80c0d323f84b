-- The ids that the catalogue follows, as far as the columns of a roll-up rest on them.
create table catalog_ids (
    store varchar,
    app_id varchar,
    app varchar,
    since timestamp,
    until timestamp
)
