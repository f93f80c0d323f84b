-- How many downloads a day each launch averaged, over the days that its own claims span.
--
-- param  apps       VARCHAR[]  catalogue codes
-- param  platform   VARCHAR    the race's platform: ios, android or all
-- param  scope      VARCHAR    the race's place: storefront or area
--
-- column app        VARCHAR  catalogue code
-- column platform   VARCHAR  ios, android or all
-- column scope      VARCHAR  storefront or area
-- column race       VARCHAR  same, or what differs from the race: platform, place or both
-- column since_launch BOOLEAN counted from the launch of what the claim counts; else from the claim before it
-- column first_day  DATE     first day of the stretch
-- column first_until DATE    last day that its first day may be, where a launch is known by its month
-- column last_day   DATE     last day that the stretch may have
-- column value      DOUBLE   downloads of the claim that ends the stretch [downloads]
-- column approximate BOOLEAN whether its source says that the last day is approximate
-- column contested  BOOLEAN  whether other sources contradict the number
-- column kind       VARCHAR  reported or estimated
-- column days_least BIGINT   fewest days that it may have [days]
-- column days_most  BIGINT   most days that it may have [days]
-- column least      DOUBLE   least average [downloads a day]
-- column most       DOUBLE   greatest average [downloads a day]; null where no claim says "not more"
-- column claim_id   VARCHAR  stable id of the claim that ends the stretch
-- column stated_by  VARCHAR  who stated it
-- column url        VARCHAR  address
-- column publisher  VARCHAR  where it was read
-- key    app, platform, scope, first_day, claim_id
with app_statements as (
    select
        statements.* replace (
            (contested and high is not null) or exists (
                from distinct_statements as other
                where
                    (statements.app, statements.platform, statements.scope)
                    = (other.app, other.platform, other.scope)
                    and surely_above(statements.low, statements.last_on, other.high, other.first_on)
            ) as contested
        )
    from distinct_statements as statements
    where from_launch and last_on >= counted_from and list_contains($apps::varchar[], app)
),

stretches as (
    select
        *,
        true as since_launch,
        counted_from as first_day,
        counted_from_last as first_until,
        greatest(first_on - counted_from_last, 0) + 1 as days_least,
        last_on - counted_from + 1 as days_most,
        low / days_most as least,
        high / days_least as most
    from app_statements
    union all by name
    select
        later.*,
        false as since_launch,
        earlier.last_on + 1 as first_day,
        earlier.last_on + 1 as first_until,
        later.first_on - earlier.last_on as days_least,
        later.last_on - earlier.first_on as days_most,
        greatest(later.low - earlier.high, 0) / days_most as least,
        (later.high - earlier.low) / days_least as most
    from app_statements as later
    inner join app_statements as earlier using (app, series)
    where
        earlier.last_on < later.first_on
        and earlier.high is not null and coalesce(later.high >= earlier.low, true)
    qualify
        row_number() over (partition by later.claim_id order by earlier.last_on desc, earlier.claim_id) = 1
)

select
    app,
    platform,
    scope,
    race_of(platform = $platform::varchar, scope = $scope::varchar) as race,
    columns(['since_launch', 'first_day', 'first_until']),
    last_on as last_day,
    columns(['days_least', 'days_most', 'approximate', 'contested', 'least', 'most', 'value', 'kind']),
    columns(['stated_by', 'publisher', 'url', 'claim_id'])
from stretches
order by list_position($apps::varchar[], app), race <> 'same', platform, scope, first_day, last_day, claim_id
