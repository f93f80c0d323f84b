-- What is known of the downloads of each app, by days since its launch.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  day0         VARCHAR    press, web, ios or android: the launch to count from
-- param  since        DATE       first day wanted, UTC
-- param  until        DATE       last day wanted, UTC
--
-- column app          VARCHAR  catalogue code
-- column platform     VARCHAR  ios, android or all
-- column scope        VARCHAR  storefront or area
-- column value        DOUBLE   downloads since launch [downloads]
-- column bound        VARCHAR  floor (at least) or point (about that many)
-- column earliest_day BIGINT   first day that the claim may mean [days since launch]
-- column latest_day   BIGINT   last day that the claim may mean [days since launch]
-- column day_zero     DATE     the launch that days are counted from
-- column kind         VARCHAR  reported or estimated
-- column stated_by    VARCHAR  who stated the number
-- column publisher    VARCHAR  where it was read
-- column url          VARCHAR  address
-- column core         BOOLEAN  one of the four figures of the project
-- column note_en      VARCHAR  what to know, English
-- column note_fr      VARCHAR  what to know, French
-- column claim_id     VARCHAR  stable id
-- key    claim_id
select
    app,
    platform,
    scope,
    value,
    bound,
    earliest_day,
    latest_day,
    day_zero,
    kind,
    stated_by,
    publisher,
    url,
    core,
    note_en,
    note_fr,
    claim_id
from counted_bounds
where
    app = any($apps::varchar[])
    and day0 = $day0::varchar
    and latest_day >= 0
    and day_zero + latest_day::integer >= $since::date
    and day_zero + earliest_day::integer <= $until::date
order by app, latest_day, value, claim_id
