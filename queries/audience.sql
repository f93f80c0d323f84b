-- Users of the chosen apps in one place, in one measure, as publishers give them.
--
-- param  apps       VARCHAR[]  catalogue codes; the market's total comes with them
-- param  metric     VARCHAR    mau, wau or dau
-- param  scope      VARCHAR    storefront or area
-- param  since      DATE       first day wanted, UTC
-- param  until      DATE       last day wanted, UTC
--
-- column app             VARCHAR  catalogue code
-- column metric          VARCHAR  mau, wau or dau
-- column value           DOUBLE   people [users]
-- column unit            VARCHAR  users, visitors or app_users: what the publisher counts
-- column qualifier       VARCHAR  exact, at_least, about or estimate
-- column platform        VARCHAR  web, ios, android or all
-- column platform_stated BOOLEAN  whether the source names the platform
-- column population      VARCHAR  who or what is counted, where that is not the app alone; null otherwise
-- column first_day       DATE     first day of the period, or the period's first possible end
-- column last_day        DATE     last day that the period may end on
-- column period_start    VARCHAR  as exact as the source gives it; null where it gives none
-- column period_end      VARCHAR  as exact as the source gives it
-- column approximate     BOOLEAN  whether the period is about right, no more
-- column kind            VARCHAR  reported or estimated
-- column stated_by       VARCHAR  who measured or stated the number; unnamed where the source does not say
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- column copy            BIGINT   1 for the best evidence of a count, 2 and on for others of the same count
-- column place           INTEGER  1: the newest of an app's best evidence; 2: newer and weaker; else null
-- column claim_id        VARCHAR  stable id
-- column note_en         VARCHAR  what to know, English
-- column note_fr         VARCHAR  what to know, French
-- column url             VARCHAR  address
-- key    claim_id
select
    columns(['app', 'metric', 'value', 'unit', 'qualifier', 'platform', 'platform_stated']),
    nullif(population, '') as population,
    coalesce(start_first, end_first) as first_day,
    end_last as last_day,
    columns(['period_start', 'period_end', 'approximate', 'kind', 'stated_by', 'publisher', 'tier']),
    copy,
    evidence_rank as place,
    columns(['url', 'note_en', 'note_fr', 'claim_id'])
from audience_statements($scope::varchar, $since::date, $until::date)
where
    (list_contains($apps::varchar[], app) or is_total)
    and metric = $metric::varchar
order by end_last, value, claim_id
