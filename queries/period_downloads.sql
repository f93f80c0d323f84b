-- How many downloads a period brought, with the average a day over its true length.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  platform     VARCHAR    the race's platform: ios, android or all
-- param  scope        VARCHAR    the race's place: storefront or area
-- param  since        DATE       first day wanted, UTC
-- param  until        DATE       last day wanted, UTC
--
-- column app             VARCHAR  catalogue code
-- column platform        VARCHAR  ios, android or all
-- column platform_stated BOOLEAN  whether the source names the platform
-- column scope           VARCHAR  storefront or area
-- column scope_stated    BOOLEAN  whether the source names the place
-- column race            VARCHAR  same, or what differs from the race: platform, place or both
-- column period_start    VARCHAR  as exact as the source gives it; null where it gives none
-- column period_end      VARCHAR  as exact as the source gives it
-- column approximate     BOOLEAN  whether the period is about right, no more
-- column first_day       DATE     first day of the period; null where the source gives none
-- column last_day        DATE     last day of the period
-- column days            BIGINT   length of the period [days]; null where it has no first day
-- column value           DOUBLE   downloads of the period [downloads]
-- column least           DOUBLE   least average [downloads a day]
-- column most            DOUBLE   greatest average [downloads a day]; null where no claim says "not more"
-- column kind            VARCHAR  reported or estimated
-- column stated_by       VARCHAR  who stated the number
-- column rests_on        VARCHAR  the statement that it repeats; null where it is its own
-- column copy            BIGINT   1 for the best evidence of a statement, 2 and on for its copies
-- column claim_id        VARCHAR  stable id
-- column url             VARCHAR  address
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- key    claim_id
select
    app,
    columns(['platform', 'platform_stated', 'scope', 'scope_stated']),
    race_of(platform = $platform::varchar, scope = $scope::varchar) as race,
    columns(['period_start', 'period_end', 'approximate']),
    start_first as first_day,
    end_last as last_day,
    end_last - start_first + 1 as days,
    value,
    least_of(qualifier, value) / (end_last - start_first + 1) as least,
    most_of(qualifier, value) / (end_last - start_first + 1) as most,
    columns(['kind', 'stated_by']),
    nullif(rests_on, '') as rests_on,
    row_number() over (
        partition by app, platform, scope, period_start, period_end, statement_of(rests_on, claim_id)
        order by tier, qualifier = 'at_least', claim_id
    ) as copy,
    columns(['publisher', 'tier', 'url', 'claim_id'])
from milestones
where
    list_contains($apps::varchar[], app)
    and metric = 'downloads_in_period'
    and end_last >= $since::date
    and coalesce(start_first, end_first) <= $until::date
order by app, start_first nulls last, end_last, claim_id
