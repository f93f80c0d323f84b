-- What each claim says of an app's downloads, by days since its launch.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  day0         VARCHAR    press, web, ios, android or country: the launch to count from
-- param  country      VARCHAR    storefront of the launch, where day0 is country
-- param  platform     VARCHAR    the race's platform: ios, android or all
-- param  scope        VARCHAR    the race's place: storefront or area
--
-- column app          VARCHAR  catalogue code
-- column platform     VARCHAR  ios, android or all
-- column scope        VARCHAR  storefront or area
-- column race         VARCHAR  same, or what differs from the race: platform, place or both
-- column value        DOUBLE   downloads since launch [downloads]
-- column bound        VARCHAR  floor (at least) or point (about that many)
-- column low          DOUBLE   least that the claim can mean [downloads]
-- column high         DOUBLE   most that the claim can mean [downloads]; null for a floor
-- column earliest_day BIGINT   first day that the claim may mean [days since launch]
-- column latest_day   BIGINT   last day that the claim may mean [days since launch]
-- column day_zero     DATE     the launch that days are counted from
-- column approximate  BOOLEAN  whether its source says that the day is approximate
-- column series       VARCHAR  claims of one series were published together by one source
-- column kind         VARCHAR  reported or estimated
-- column stated_by    VARCHAR  who stated the number
-- column rests_on     VARCHAR  the statement that it repeats; null where it is its own
-- column publisher    VARCHAR  where it was read
-- column url          VARCHAR  address
-- column core         BOOLEAN  one of the four figures of the project
-- column note_en      VARCHAR  what to know, English
-- column note_fr      VARCHAR  what to know, French
-- column claim_id     VARCHAR  stable id
-- key    claim_id
select
    bounds.app,
    bounds.platform,
    bounds.scope,
    race_of(bounds.platform = $platform::varchar, bounds.scope = $scope::varchar) as race,
    bounds.value,
    bounds.bound,
    bounds.low,
    bounds.high,
    bounds.first_on - coalesce(chosen.last_day, bounds.zero_last) as earliest_day,
    bounds.last_on - coalesce(chosen.first_day, bounds.zero) as latest_day,
    coalesce(chosen.first_day, bounds.zero) as day_zero,
    bounds.approximate,
    bounds.series,
    bounds.kind,
    bounds.stated_by,
    nullif(bounds.rests_on, '') as rests_on,
    bounds.publisher,
    bounds.url,
    bounds.core,
    bounds.note_en,
    bounds.note_fr,
    bounds.claim_id
from claim_bounds as bounds
left join chosen_day_zero($day0::varchar, $country::varchar) as chosen on bounds.app = chosen.app
where list_contains($apps::varchar[], bounds.app) and bounds.from_launch and latest_day >= 0
order by bounds.app, latest_day, bounds.value, bounds.claim_id
