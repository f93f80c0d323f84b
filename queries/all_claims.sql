-- Every claim held, of whatever kind, with its source.
--
-- column dataset    VARCHAR  launches, milestones, reported_ranks, events or features
-- column claim_id   VARCHAR  stable id
-- column apps       VARCHAR  catalogue codes
-- column scope      VARCHAR  storefront or area
-- column happened   VARCHAR  date as exact as the source gives it; null if undated
-- column says_en    VARCHAR  the claim in figures or words, English
-- column says_fr    VARCHAR  the claim in figures or words, French
-- column stated_by  VARCHAR  who stated it
-- column publisher  VARCHAR  where it was read
-- column url        VARCHAR  address
-- column note_en    VARCHAR  what to know, English
-- column note_fr    VARCHAR  what to know, French
-- column source_id  VARCHAR  stable id of the source
select * from (
    select
        'launches' as dataset,
        launch_id as claim_id,
        app as apps,
        scope,
        launched_on as happened,
        platform as says_en,
        platform as says_fr,
        publisher as stated_by,
        publisher,
        url,
        note_en,
        note_fr,
        source_id
    from launches
    union all
    select
        'milestones',
        claim_id,
        app,
        scope,
        coalesce(period_end, period_start),
        format('{:,.15g} {}', value, unit),
        format('{:,.15g} {}', value, unit),
        stated_by,
        publisher,
        url,
        note_en,
        note_fr,
        source_id
    from milestones
    union all
    select
        'reported_ranks',
        claim_id,
        app,
        country,
        last_day::varchar,
        format('{} {}', rank, chart),
        format('{} {}', rank, chart),
        stated_by,
        publisher,
        url,
        note_en,
        note_fr,
        source_id
    from reported_ranks
    union all
    select
        'events',
        event_id,
        apps,
        country,
        happened_on,
        title_en,
        title_fr,
        publisher,
        publisher,
        url,
        note_en,
        note_fr,
        source_id
    from events
    union all
    select
        'features',
        claim_id,
        app,
        scope,
        as_of,
        value_en,
        value_fr,
        publisher,
        publisher,
        url,
        note_en,
        note_fr,
        source_id
    from features
)
order by dataset, apps, happened nulls first, claim_id
