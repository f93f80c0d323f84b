-- How many downloads a day each launch averaged, from its day 0 or between two claims of one series.
--
-- param  apps       VARCHAR[]  catalogue codes
-- param  day0       VARCHAR    press, web, ios, android or country: the launch to count from
-- param  country    VARCHAR    storefront of the launch, where day0 is country
-- param  platform   VARCHAR    the race's platform: ios, android or all
-- param  scope      VARCHAR    the race's place: storefront or area
--
-- column app        VARCHAR  catalogue code
-- column platform   VARCHAR  ios, android or all
-- column scope      VARCHAR  storefront or area
-- column race       VARCHAR  same, or what differs from the race: platform, place or both
-- column from_day   BIGINT   first day of the stretch [days since launch]
-- column to_day     BIGINT   last day that the stretch may have [days since launch]
-- column claim_id   VARCHAR  stable id of the claim that ends the stretch
-- column kind       VARCHAR  reported or estimated
-- column stated_by  VARCHAR  who stated it
-- column url        VARCHAR  address
-- column publisher  VARCHAR  where it was read
-- column value      DOUBLE   downloads of the claim that ends the stretch [downloads]
-- column least      DOUBLE   least average [downloads a day]
-- column most       DOUBLE   greatest average [downloads a day]; null where no claim says "not more"
-- key    app, platform, scope, from_day, claim_id
with held as (
    select *
    from counted($day0::varchar, $country::varchar)
    where own and from_launch and latest_day >= 0 and list_contains($apps::varchar[], app)
),

stretches as (
    select
        *,
        0 as from_day,
        low / (latest_day + 1) as least,
        high / (greatest(earliest_day, 0) + 1) as most
    from held
    union all by name
    select
        later.*,
        earlier.latest_day + 1 as from_day,
        greatest(later.low - earlier.high, 0) / (later.latest_day - earlier.earliest_day) as least,
        (later.high - earlier.low) / (later.earliest_day - earlier.latest_day) as most
    from held as later
    inner join held as earlier using (app, series)
    where
        earlier.latest_day < later.earliest_day
        and earlier.high is not null and coalesce(later.high >= earlier.low, true)
    qualify
        row_number() over (partition by later.claim_id order by earlier.latest_day desc, earlier.claim_id) = 1
)

select
    app,
    platform,
    scope,
    race_of(platform = $platform::varchar, scope = $scope::varchar) as race,
    from_day,
    latest_day as to_day,
    columns(['least', 'most', 'value', 'kind', 'stated_by', 'publisher', 'url', 'claim_id'])
from stretches
order by list_position($apps::varchar[], app), race <> 'same', platform, scope, from_day, to_day, claim_id
