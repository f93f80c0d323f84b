-- The four figures that this project exists to show.
--
-- column app             VARCHAR  catalogue code
-- column metric          VARCHAR  catalogue code
-- column value           DOUBLE  in the claim's unit
-- column unit            VARCHAR  what is counted
-- column qualifier       VARCHAR  exact, at_least, about or estimate
-- column platform        VARCHAR  ios, android or all
-- column platform_stated BOOLEAN  whether the source names the platform
-- column scope           VARCHAR  storefront or area
-- column scope_stated    BOOLEAN  whether the source names the place
-- column period_start    VARCHAR  as exact as the source gives it
-- column period_end      VARCHAR  as exact as the source gives it
-- column approximate     BOOLEAN  whether the period is about right, no more
-- column days_stated     INTEGER  "in N days", as the source puts it [days]
-- column kind            VARCHAR  reported or estimated
-- column stated_by       VARCHAR  who stated the number
-- column rests_on        VARCHAR  the statement that it repeats; null where it is its own
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- column published_on    VARCHAR  date of publication, as exact as known
-- column url             VARCHAR  address
-- column conflict_en     VARCHAR  disagreement this claim is part of, English
-- column conflict_fr     VARCHAR  disagreement this claim is part of, French
-- column reading_en      VARCHAR  how to read the disagreement, English
-- column reading_fr      VARCHAR  how to read the disagreement, French
-- column claim_id        VARCHAR  stable id
-- key    claim_id
select
    app,
    metric,
    value,
    unit,
    qualifier,
    platform,
    platform_stated,
    scope,
    scope_stated,
    period_start,
    period_end,
    approximate,
    days_stated,
    kind,
    stated_by,
    nullif(rests_on, '') as rests_on,
    publisher,
    tier,
    published_on,
    url,
    conflict_en,
    conflict_fr,
    reading_en,
    reading_fr,
    claim_id
from milestones
where core
order by app <> 'le-chat', app, value
