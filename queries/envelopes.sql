-- Between which numbers each launch's downloads must lie, day by day, if its claims hold.
--
-- param  apps      VARCHAR[]  catalogue codes
-- param  day0      VARCHAR    press, web, ios, android or country: the launch to count from
-- param  country   VARCHAR    storefront of the launch, where day0 is country
-- param  platform  VARCHAR    ios, android or all
-- param  scope     VARCHAR    storefront or area
--
-- column app        VARCHAR  catalogue code
-- column day        BIGINT   first day of the step, which lasts to the next row's [days since launch]
-- column floor      DOUBLE   greatest number reached by then, if its source is right; null where none
-- column ceiling    DOUBLE   least number not passed by then, if its source is right; null where none
-- column disputed   BOOLEAN  the floor lies above the ceiling: the sources contradict each other
-- column floor_by   VARCHAR  who stated the claim behind the floor
-- column floor_kind VARCHAR  its kind: reported or estimated
-- column floor_claim VARCHAR  its stable id
-- column ceiling_by VARCHAR  who stated the claim behind the ceiling
-- column ceiling_kind VARCHAR  its kind: reported or estimated
-- column ceiling_claim VARCHAR  its stable id
-- column floor_about BOOLEAN the day of the claim behind the floor is approximate
-- column zero_days  BIGINT   days that day 0 may come later, where its source gives a month [days]
-- column like_for_like BOOLEAN whether the app may be compared with the others, under this day 0
-- key    app, day
with claims as (
    select *
    from race_statements($day0::varchar, $country::varchar, $platform::varchar, $scope::varchar)
    where list_contains($apps::varchar[], app)
),

steps as (
    select
        app,
        unnest([0, latest_day] || if(high is null, [], [earliest_day, earliest_day + 1])) as day
    from claims
)

select
    steps.app,
    steps.day,
    max(claims.low) filter (where claims.latest_day <= steps.day) as floor,
    min(claims.high) filter (where claims.earliest_day >= steps.day) as ceiling,
    coalesce(floor > ceiling, false) as disputed,
    first(claims.stated_by order by claims.low desc, claims.latest_day, claims.tier, claims.claim_id)
    filter (where claims.latest_day <= steps.day and claims.low is not null) as floor_by,
    first(claims.kind order by claims.low desc, claims.latest_day, claims.tier, claims.claim_id)
    filter (where claims.latest_day <= steps.day and claims.low is not null) as floor_kind,
    first(claims.claim_id order by claims.low desc, claims.latest_day, claims.tier, claims.claim_id)
    filter (where claims.latest_day <= steps.day and claims.low is not null) as floor_claim,
    first(claims.stated_by order by claims.high, claims.earliest_day desc, claims.tier, claims.claim_id)
    filter (where claims.earliest_day >= steps.day and claims.high is not null) as ceiling_by,
    first(claims.kind order by claims.high, claims.earliest_day desc, claims.tier, claims.claim_id)
    filter (where claims.earliest_day >= steps.day and claims.high is not null) as ceiling_kind,
    first(claims.claim_id order by claims.high, claims.earliest_day desc, claims.tier, claims.claim_id)
    filter (where claims.earliest_day >= steps.day and claims.high is not null) as ceiling_claim,
    first(claims.approximate order by claims.low desc, claims.latest_day, claims.tier, claims.claim_id)
    filter (where claims.latest_day <= steps.day and claims.low is not null) as floor_about,
    any_value(claims.day_zero_last - claims.day_zero) as zero_days,
    bool_and(claims.unlike is null) as like_for_like
from steps
inner join claims using (app)
where steps.day >= 0
group by steps.app, steps.day
order by steps.app, steps.day
