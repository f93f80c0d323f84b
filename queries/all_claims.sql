-- All reported figures, of every kind, with their sources.
--
-- column dataset         VARCHAR  launches, milestones, reported_ranks, events or features
-- column claim_id        VARCHAR  stable id
-- column apps            VARCHAR  catalogue codes
-- column scope           VARCHAR  storefront or area
-- column scope_stated    BOOLEAN  whether the source names the place
-- column platform        VARCHAR  web, ios, android or all; null where a claim is of none
-- column platform_stated BOOLEAN  whether the source names the platform
-- column happened        VARCHAR  date as exact as the source gives it; null if undated
-- column period_start    VARCHAR  first day of a number's period, as exact as the source gives it
-- column approximate     BOOLEAN  whether that date is about right, no more
-- column says_en         VARCHAR  the claim in words, English; null for a number, a rank or a launch
-- column says_fr         VARCHAR  the claim in words, French; null for a number, a rank or a launch
-- column metric          VARCHAR  catalogue code of what a number counts
-- column value           DOUBLE  the number of a milestone [unit]
-- column unit            VARCHAR  what it counts
-- column qualifier       VARCHAR  exact, at_least, about or estimate
-- column chart           VARCHAR  the chart of a reported rank
-- column category        VARCHAR  its category
-- column rank            INTEGER  the place of a reported rank [place]
-- column kind            VARCHAR  reported or estimated
-- column note_en         VARCHAR  what to know, English
-- column note_fr         VARCHAR  what to know, French
-- column url             VARCHAR  address
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- column stated_by       VARCHAR  who measured or stated it; null where the source is all that is known
-- key    dataset, claim_id
select
    columns(['dataset', 'claim_id', 'apps', 'scope']),
    coalesce(scope_stated, scope <> 'unstated') as scope_stated,
    platform,
    coalesce(platform_stated, true) as platform_stated,
    columns(['period_start', 'happened']),
    coalesce(approximate, precision = 'approximate', false) as approximate,
    if(dataset in ('events', 'features'), says_en, null) as says_en,
    if(dataset in ('events', 'features'), coalesce(title_fr, says_en), null) as says_fr,
    columns(['metric', 'qualifier', 'value', 'unit', 'chart', 'category', 'rank']),
    if(kind in ('reported', 'estimated'), kind, 'reported') as kind,
    columns(['stated_by', 'publisher', 'tier', 'url', 'note_en', 'note_fr'])
from every_claim
order by dataset, apps, happened nulls first, claim_id
