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
-- column after_day  BIGINT   newest day known below the number [days]; null where none
-- column after_by   VARCHAR  who stated the count behind after_day
-- column by_day     BIGINT   day by which a source, at its word, has it reached [days]; null where none
-- column sure_day   BIGINT   the same with numbers rounded down and weakest quotes [days]; null where none
-- column sure_by    VARCHAR  who stated the count behind sure_day
-- column claim_id   VARCHAR  its stable id
-- column kind       VARCHAR  kind of the claim behind by_day: reported or estimated
-- column stated_by  VARCHAR  who stated it
-- column url        VARCHAR  address
-- column publisher  VARCHAR  where it was read
-- column from_platform VARCHAR  platform that the claim counts, a part of the row's
-- column from_scope VARCHAR  place that the claim counts, a part of the row's
-- column claims     INTEGER  claims that bear on the interval
-- column primaries  INTEGER  different statements that those claims rest on
-- key    goal, app, platform, scope
with asked as (
    select
        *,
        unnest($goals::bigint[]) as goal
    from counted($day0::varchar, $country::varchar)
    where list_contains($apps::varchar[], app)
)

select
    goal,
    app,
    platform,
    scope,
    race_of(platform = $platform::varchar, scope = $scope::varchar) as race,
    min(day_zero) as day_zero,
    max(earliest_day) filter (where firm_high < goal) as after_day,
    first(stated_by order by earliest_day desc, claim_id) filter (where firm_high < goal) as after_by,
    min(greatest(word_day, 0)) filter (where value >= goal) as by_day,
    min(greatest(latest_day, 0)) filter (where low >= goal) as sure_day,
    first(stated_by order by latest_day, claim_id) filter (where low >= goal) as sure_by,
    first(columns('kind|stated_by|url|publ|claim_id|from_[ps]') order by word_day, not own, bound, claim_id)
    filter (where value >= goal),
    sum(claims)::integer as claims,
    count(*)::integer as primaries
from asked
where value >= goal or (firm_high < goal and earliest_day >= 0)
group by goal, app, platform, scope
having bool_or(own) or race = 'same'
order by goal, by_day nulls last, sure_day nulls last, app, platform, scope
