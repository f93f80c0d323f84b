-- When each chosen app was launched, where, and who says so.
--
-- param  apps       VARCHAR[]  catalogue codes
--
-- column app             VARCHAR  catalogue code
-- column platform        VARCHAR  web, ios or android
-- column platform_stated BOOLEAN  whether the source names the platform
-- column scope           VARCHAR  storefront or area
-- column launched_on     VARCHAR  date as exact as the source gives it
-- column first_day       DATE  first day that it may mean
-- column last_day        DATE  last day that it may mean
-- column basis           VARCHAR  announced, store_release or reused_id (no launch)
-- column is_day_zero     BOOLEAN  whether the page counts days from this row
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- column url             VARCHAR  address
-- column note_en         VARCHAR  what to know, English
-- column note_fr         VARCHAR  what to know, French
-- column launch_id       VARCHAR  stable id
-- key    launch_id
select
    app,
    platform,
    platform_stated,
    scope,
    launched_on,
    first_day,
    last_day,
    basis,
    launch_id in (
        select day_zero.launch_id from day_zero
        where day_zero.platform = 'all')
        as is_day_zero,
    publisher,
    tier,
    url,
    note_en,
    note_fr,
    launch_id
from launches
where list_contains($apps::varchar[], app)
order by first_day, app, platform, launch_id
