-- How many days each launch took to a number of downloads: not yet by one day, reached by another.
--
-- param  apps       VARCHAR[]  catalogue codes
-- param  threshold  BIGINT     the number of downloads [downloads]
--
-- column app        VARCHAR  catalogue code
-- column platform   VARCHAR  ios, android or all
-- column scope      VARCHAR  storefront or area
-- column day_zero   DATE     the launch that days are counted from
-- column after_day  BIGINT   newest day known below the number [days]; null where none
-- column by_day     BIGINT   first day known to have reached it [days]; null where none
-- column kind       VARCHAR  kind of the claim behind by_day: reported or estimated
-- column stated_by  VARCHAR  who stated it
-- column publisher  VARCHAR  where it was read
-- column url        VARCHAR  address
-- column claims     INTEGER  claims that bear on the interval
-- column primaries  INTEGER  different statements that those claims rest on
with chosen as (
    select
        *,
        value >= $threshold::bigint as reached
    from bounds
    where
        app = any($apps::varchar[])
        and latest_day >= 0
        and (value >= $threshold::bigint or bound = 'point')
),

ends as (
    select
        app,
        platform,
        scope,
        min(latest_day) filter (where reached) as by_day,
        first(claim_id order by latest_day, core desc, claim_id) filter (where reached) as claim_id
    from chosen
    group by all
)

select
    ends.app,
    ends.platform,
    ends.scope,
    min(chosen.day_zero) as day_zero,
    max(chosen.earliest_day) filter (
        where not chosen.reached and chosen.earliest_day < coalesce(ends.by_day, 100000)
    ) as after_day,
    ends.by_day,
    any_value(chosen.kind) filter (where chosen.claim_id = ends.claim_id) as kind,
    any_value(chosen.stated_by) filter (where chosen.claim_id = ends.claim_id) as stated_by,
    any_value(chosen.publisher) filter (where chosen.claim_id = ends.claim_id) as publisher,
    any_value(chosen.url) filter (where chosen.claim_id = ends.claim_id) as url,
    count(*)::integer as claims,
    count(distinct coalesce(nullif(chosen.rests_on, ''), chosen.claim_id))::integer as primaries
from ends
inner join chosen using (app, platform, scope)
group by all
having ends.by_day is not null or after_day is not null
order by ends.by_day nulls last, ends.app, ends.platform, ends.scope
