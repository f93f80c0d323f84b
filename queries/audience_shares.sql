-- What share of one population the chosen apps reach, where one publisher measured all of it.
--
-- param  apps     VARCHAR[]  catalogue codes
-- param  scope    VARCHAR    storefront or area
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column metric     VARCHAR  mau, wau, dau, or usage_share where the publisher gives the share itself
-- column app        VARCHAR  catalogue code
-- column share      DOUBLE   part of the population [percent]
-- column low        DOUBLE   least it can be by how both numbers are rounded [percent]; null if published
-- column high       DOUBLE   most it can be [percent]; null if published
-- column value      DOUBLE   as published: people, or a percentage
-- column total      DOUBLE   people in the population [users]; null if published
-- column population VARCHAR  who the population is, where the publisher says
-- column period_end VARCHAR  as exact as the source gives it
-- column last_day   DATE     last day that the period may end on
-- column unit       VARCHAR  what is counted
-- column kind       VARCHAR  reported or estimated
-- column stated_by  VARCHAR  who measured
-- column publisher  VARCHAR  where it was read
-- column url        VARCHAR  address
-- column claim_id   VARCHAR  stable id
-- key    claim_id, total
select
    one.metric,
    one.app,
    if(one.unit = 'percent', one.value, 100 * one.value / total.value) as share,
    100 * least_of(one.qualifier, one.value) / most_of(total.qualifier, total.value) as low,
    100 * most_of(one.qualifier, one.value) / least_of(total.qualifier, total.value) as high,
    one.value,
    total.value as total,
    nullif(one.population, '') as population,
    one.period_end,
    one.end_last as last_day,
    one.unit,
    one.kind,
    one.stated_by,
    one.publisher,
    one.url,
    one.claim_id
from audiences($scope::varchar, $since::date, $until::date) as one
left join audiences($scope::varchar, $since::date, $until::date) as total
    on
        total.whole
        and one.unit <> 'percent'
        and (one.metric, one.unit, one.platform, one.stated_by, one.start_first, one.end_last)
        = (total.metric, total.unit, total.platform, total.stated_by, total.start_first, total.end_last)
where list_contains($apps::varchar[], one.app) and (one.unit = 'percent' or total.value is not null)
qualify row_number() over (partition by one.claim_id, total.value order by total.claim_id) = 1
order by one.metric, last_day desc, one.stated_by, population, share desc, one.claim_id
