-- How many days each launch took to a number of downloads: not yet by one day, reached by another.
--
-- param  apps       VARCHAR[]  catalogue codes
-- param  day0       VARCHAR    press, web, ios or android: the launch to count from
-- param  threshold  BIGINT     the number of downloads [downloads]
--
-- column app        VARCHAR  catalogue code
-- column platform   VARCHAR  ios, android or all
-- column scope      VARCHAR  storefront or area
-- column day_zero   DATE     the launch that days are counted from
-- column by_day     BIGINT   first day known to have reached it [days]; null where none
-- column kind       VARCHAR  kind of the claim behind by_day: reported or estimated
-- column stated_by  VARCHAR  who stated it
-- column url        VARCHAR  address
-- column publisher  VARCHAR  where it was read
-- column claims     INTEGER  claims that bear on the interval
-- column primaries  INTEGER  different statements that those claims rest on
-- column after_day  BIGINT   newest day known below the number [days]; null where none
-- key    app, platform, scope
with chosen as (
    select
        *,
        value >= $threshold::bigint as reached
    from counted_bounds
    where
        app = any($apps::varchar[])
        and day0 = $day0::varchar
        and latest_day >= 0
        and (value >= $threshold::bigint or bound = 'point')
),

ends as (
    select
        app,
        platform,
        scope,
        min(day_zero) as day_zero,
        min(latest_day) filter (where reached) as by_day,
        first(columns(['kind', 'stated_by', 'url', 'publisher']) order by latest_day, core desc, claim_id)
        filter (where reached),
        count(*)::integer as claims,
        count(distinct coalesce(nullif(rests_on, ''), claim_id))::integer as primaries
    from chosen
    group by all
)

select
    ends.*,
    max(chosen.earliest_day) filter (
        where not chosen.reached and chosen.earliest_day < coalesce(ends.by_day, 100000)
    ) as after_day
from ends
inner join chosen using (app, platform, scope)
group by all
having ends.by_day is not null or after_day is not null
order by ends.by_day nulls last, ends.app, ends.platform, ends.scope
