-- Every claim held, of whatever kind, with its source.
--
-- column dataset    VARCHAR  launches, milestones, reported_ranks, events or features
-- column claim_id   VARCHAR  stable id
-- column apps       VARCHAR  catalogue codes
-- column scope      VARCHAR  storefront or area
-- column happened   VARCHAR  date as exact as the source gives it; null if undated
-- column says_en    VARCHAR  the claim in figures or words, English
-- column says_fr    VARCHAR  the claim in figures or words, French
-- column publisher  VARCHAR  where it was read
-- column url        VARCHAR  address
-- column note_en    VARCHAR  what to know, English
-- column note_fr    VARCHAR  what to know, French
-- key    dataset, claim_id
with every as (
    select
        'launches' as dataset,
        platform as says_en,
        * rename (launch_id as claim_id, app as apps, launched_on as happened)
    from launches
    union all by name
    select
        'milestones' as dataset,
        format('{:,.15g} {}', value, unit) as says_en,
        * rename (app as apps, period_end as happened)
    from milestones
    union all by name
    select
        'reported_ranks' as dataset,
        format('{} {}', rank, chart) as says_en,
        last_day::varchar as happened,
        * rename (app as apps, country as scope)
    from reported_ranks
    union all by name
    select
        'events' as dataset,
        * rename (event_id as claim_id, happened_on as happened, country as scope, title_en as says_en)
    from events
    union all by name
    select
        'features' as dataset,
        value_fr as title_fr,
        * rename (app as apps, as_of as happened, value_en as says_en)
    from features
)

select
    dataset,
    claim_id,
    apps,
    scope,
    happened,
    says_en,
    coalesce(title_fr, says_en) as says_fr,
    publisher,
    url,
    note_en,
    note_fr
from every
order by dataset, apps, happened nulls first, claim_id
