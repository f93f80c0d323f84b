-- How many days each launch took to each number of downloads: not yet by one day, reached by another.
--
-- param  apps       VARCHAR[]  catalogue codes
-- param  day0       VARCHAR    press, web, ios, android or country: the launch to count from
-- param  country    VARCHAR    storefront of the launch, where day0 is country
-- param  goals      BIGINT[]   numbers of downloads [downloads]
-- param  platform   VARCHAR    the race's platform: ios, android or all
-- param  scope      VARCHAR    the race's place: storefront or area
--
-- column goal       BIGINT   number of downloads [downloads]
-- column app        VARCHAR  catalogue code
-- column platform   VARCHAR  ios, android or all
-- column scope      VARCHAR  storefront or area
-- column race       VARCHAR  same, or what differs from the race: platform, place or both
-- column day_zero   DATE     the launch that days are counted from
-- column zero_last  DATE     last day that it may mean, where its source gives a month
-- column after_day  BIGINT   newest day known below the number [days]; null where none
-- column after_by   VARCHAR  who stated the count behind after_day
-- column by_day     BIGINT   day by which a source, at its word, has it reached [days]; null where none
-- column sure_day   BIGINT   the same rounded down, by weakest quotes and the earliest launch [days]
-- column sure_by    VARCHAR  who stated the count behind sure_day
-- column approximate BOOLEAN whether its day is approximate
-- column claim_id   VARCHAR  its stable id
-- column kind       VARCHAR  kind of the claim behind by_day: reported or estimated
-- column stated_by  VARCHAR  who stated it
-- column url        VARCHAR  address
-- column publisher  VARCHAR  where it was read
-- column from_platform VARCHAR  platform that the claim counts, a part of the row's
-- column from_scope VARCHAR  place that the claim counts, a part of the row's
-- column value      DOUBLE   number of the claim behind by_day [downloads]
-- column claims     INTEGER  claims that bear on the interval
-- column primaries  INTEGER  different statements that those claims rest on
-- column ranked_by  BIGINT   day by which it is reached by bounds that may be compared [days]
-- column ranked_who VARCHAR  who stated the count behind ranked_by
-- column ranked_kind VARCHAR its kind: reported or estimated
-- column ranked_after BIGINT newest day known below the number by bounds that may be compared [days]
-- column unranked   VARCHAR  why ranked_by is null: no_launch, one_store, counted_before, not_reached, ...
-- column before_platform VARCHAR platform with downloads before day 0, where unranked is counted_before
-- column before_least BIGINT fewest days that it had before day 0 [days]
-- column before_most BIGINT  most days that it had before day 0 [days]
-- key    goal, app, platform, scope
with statements as (
    from
        statements_by_goal(
            $day0::varchar, $country::varchar, $platform::varchar, $scope::varchar, $goals::bigint[]
        )
    where list_contains($apps::varchar[], app)
)

select
    goal,
    app,
    platform,
    scope,
    race,
    min(day_zero) as day_zero,
    min(day_zero_last) as zero_last,
    max(earliest_day) filter (where firm_high < goal and not approximate) as after_day,
    first(stated_by order by earliest_day desc, tier, claim_id)
    filter (where firm_high < goal and not approximate) as after_by,
    min(greatest(stated_day, 0)) filter (where value >= goal) as by_day,
    min(greatest(latest_day, 0)) filter (where low >= goal and not approximate) as sure_day,
    first(stated_by order by latest_day, tier, claim_id)
    filter (where low >= goal and not approximate) as sure_by,
    first(
        columns('^value$|^approx|kind|stated_by|url|publ|claim_id|from_[ps]')
        order by stated_day, tier, value desc, claim_id
    )
    filter (where value >= goal),
    sum(claims)::integer as claims,
    count(*)::integer as primaries,
    min(greatest(latest_day, 0)) filter (where of_order) as ranked_by,
    first(stated_by order by latest_day, tier, claim_id)
    filter (where of_order) as ranked_who,
    first(kind order by latest_day, tier, claim_id)
    filter (where of_order) as ranked_kind,
    max(earliest_day) filter (where comparable_high < goal) as ranked_after,
    case
        when race <> 'same' then race
        when ranked_by is not null then null
        when any_value(unlike) is not null then any_value(unlike)
        when by_day is null then 'not_reached'
        when by_day = min(greatest(stated_day, 0)) filter (where value >= goal and first_count(number, goal))
            then 'first_count'
        when sure_day is null and bool_or(approximate and low >= goal) then 'approximate'
        when not coalesce(bool_or(firm_low >= goal), false) then 'disputed'
        else 'rounding'
    end as unranked,
    any_value(columns('^before_'))
from statements
where value >= goal or (firm_high < goal and not approximate and earliest_day >= 0)
group by goal, app, platform, scope, race
having bool_or(is_direct) or race = 'same'
order by goal, race <> 'same', list_position($apps::varchar[], app), platform, scope
