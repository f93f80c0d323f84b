-- What share of one population the chosen apps reach, where one publisher measured all of it.
--
-- param  apps     VARCHAR[]  catalogue codes
-- param  scope    VARCHAR    storefront or area
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column metric          VARCHAR  mau, wau, dau, or usage_share where the publisher gives the share itself
-- column app             VARCHAR  catalogue code
-- column share           DOUBLE   part of the population [percent]
-- column low             DOUBLE   least that the rounding of both numbers allows [percent]; null if published
-- column high            DOUBLE   most it can be [percent]; null if published
-- column value           DOUBLE   as published: people, or a percentage
-- column total           DOUBLE   people in the population [users]; null if published
-- column population      VARCHAR  who the population is, where the publisher says
-- column last_day        DATE     last day that the period may end on
-- column platform        VARCHAR  web, ios, android or all
-- column platform_stated BOOLEAN  whether the source names the platform
-- column period_start    VARCHAR  as exact as the source gives it; null where it gives none
-- column period_end      VARCHAR  as exact as the source gives it
-- column approximate     BOOLEAN  whether the period is about right, no more
-- column claim_id        VARCHAR  stable id
-- column unit            VARCHAR  what is counted
-- column kind            VARCHAR  reported or estimated
-- column stated_by       VARCHAR  who measured
-- column url             VARCHAR  address
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- key    claim_id, total
select
    metric,
    app,
    if(unit = 'percent', value, 100 * value / total) as share,
    100 * least_of(qualifier, value) / most_of(total_qualifier, total) as low,
    100 * most_of(qualifier, value) / least_of(total_qualifier, total) as high,
    value,
    total,
    nullif(population, '') as population,
    end_last as last_day,
    columns(['platform', 'platform_stated', 'period_start', 'period_end', 'approximate']),
    columns(['unit', 'kind', 'stated_by', 'publisher', 'tier', 'url', 'claim_id'])
from audience_with_totals($scope::varchar, $since::date, $until::date)
where list_contains($apps::varchar[], app) and (unit = 'percent' or total is not null)
order by metric, last_day desc, stated_by, population, share desc, claim_id
