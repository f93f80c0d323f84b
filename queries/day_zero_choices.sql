-- Which launch each choice of day 0 counts from, and by how many days it moves every answer.
--
-- param  apps       VARCHAR[]  catalogue codes
-- param  country    VARCHAR    storefront of the launch, where the choice is country
--
-- column app        VARCHAR  catalogue code
-- column day0       VARCHAR  press, web, ios, android or country
-- column launched_on VARCHAR date as exact as the source gives it
-- column first_day  DATE     the day that is counted from
-- column platform   VARCHAR  web, ios or android
-- column scope      VARCHAR  storefront or area of that launch
-- column moves_least BIGINT  fewest days by which answers grow against the press's day 0 [days]
-- column moves_most BIGINT   most days, where a source gives a month; negative where answers shrink [days]
-- column basis      VARCHAR  announced or store_release
-- column publisher  VARCHAR  where it was read
-- column url        VARCHAR  address
-- key    app, day0
with choices as (select unnest(['web', 'ios', 'android', 'country']) as day0),

chosen as (
    select
        choices.day0,
        zero.app,
        zero.launch_id
    from choices
    cross join lateral chosen_day_zero(choices.day0, $country::varchar) as zero
    union all
    select
        'press' as day0,
        day_zero.app,
        day_zero.launch_id
    from day_zero
    where day_zero.platform = 'all'
)

select
    chosen.app,
    chosen.day0,
    launches.launched_on,
    launches.first_day,
    launches.platform,
    launches.scope,
    if(chosen.launch_id = usual.launch_id, 0, usual.first_day - launches.last_day) as moves_least,
    if(chosen.launch_id = usual.launch_id, 0, usual.last_day - launches.first_day) as moves_most,
    launches.basis,
    launches.publisher,
    launches.url
from chosen
inner join launches using (launch_id)
inner join day_zero as usual on chosen.app = usual.app and usual.platform = 'all'
where list_contains($apps::varchar[], chosen.app)
order by
    list_position($apps::varchar[], chosen.app),
    list_position(['press', 'web', 'ios', 'android', 'country'], chosen.day0)
