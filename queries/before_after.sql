-- Where each chosen app stood in one chart before and after an event, by the last snapshot of each day.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  event    VARCHAR    stable id of the event
-- param  days     BIGINT     days wanted before its first day and after its last [days]
--
-- column app           VARCHAR  catalogue code
-- column days_before   INTEGER  days with a snapshot before the event, of those wanted [days]
-- column before_day    DATE     the last of them; null without one
-- column before_rank   INTEGER  rank on it; null outside the list
-- column before_depth  INTEGER  ranks that its snapshot kept
-- column days_after    INTEGER  days with a snapshot after the event, of those wanted [days]
-- column after_day     DATE     the first of them; null without one
-- column after_rank    INTEGER  rank on it; null outside the list
-- column after_depth   INTEGER  ranks that its snapshot kept
-- column best_before   INTEGER  best rank on the days before; null if never ranked
-- column best_after    INTEGER  best rank on the days after; null if never ranked
-- key    app
with sides as (
    select
        days.*,
        days.day < events.first_day as is_before,
        days.day > events.last_day as is_after
    from
        chart_days($store::varchar, $chart::varchar, $category::varchar, '2000-01-01', '9999-12-31') as days
    inner join events
        on
            days.day >= events.first_day - $days::bigint::integer
            and days.day <= events.last_day + $days::bigint::integer
    where
        events.event_id = $event::varchar
        and days.country = $country::varchar
        and list_contains($apps::varchar[], days.app)
        and days.is_last
)

select
    app,
    (count(*) filter (where is_before))::integer as days_before,
    max(day) filter (where is_before) as before_day,
    last(rank order by day) filter (where is_before) as before_rank,
    last(depth order by day) filter (where is_before) as before_depth,
    (count(*) filter (where is_after))::integer as days_after,
    min(day) filter (where is_after) as after_day,
    first(rank order by day) filter (where is_after) as after_rank,
    first(depth order by day) filter (where is_after) as after_depth,
    min(rank) filter (where is_before) as best_before,
    min(rank) filter (where is_after) as best_after
from sides
group by app
order by after_rank nulls last, before_rank nulls last, app
