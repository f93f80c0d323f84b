-- Every dated number claimed about the chosen apps in the chosen days, with who stated it.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  metrics      VARCHAR[]  catalogue codes of the metrics
-- param  since        DATE       first day wanted, UTC
-- param  until        DATE       last day wanted, UTC
--
-- column app             VARCHAR  catalogue code
-- column metric          VARCHAR  catalogue code
-- column value           DOUBLE   in the claim's unit
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
-- column core            BOOLEAN  one of the four figures of the project
-- column population      VARCHAR  who was asked, where it is a survey
-- column url             VARCHAR  address
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- column note_en         VARCHAR  what to know, English
-- column note_fr         VARCHAR  what to know, French
-- column conflict_en     VARCHAR  disagreement this claim is part of, English
-- column conflict_fr     VARCHAR  disagreement this claim is part of, French
-- column claim_id        VARCHAR  stable id
-- key    claim_id
select
    columns(['app', 'metric', 'value', 'unit', 'qualifier']),
    columns(['platform', 'platform_stated', 'scope', 'scope_stated']),
    columns(['period_start', 'period_end', 'approximate', 'days_stated', 'kind', 'stated_by']),
    nullif(rests_on, '') as rests_on,
    columns(['publisher', 'tier', 'url', 'core', 'population']),
    columns(['conflict_en', 'conflict_fr', 'note_en', 'note_fr']),
    claim_id
from milestones
where
    list_contains($apps::varchar[], app)
    and list_contains($metrics::varchar[], metric)
    and end_last >= $since::date
    and if(metric = 'downloads_cumulative', end_first, coalesce(start_first, end_first)) <= $until::date
order by app, metric, end_last, value, claim_id
