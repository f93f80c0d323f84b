-- Every two apps, day by day, by the last snapshot that tells of both: who stood higher and by how much.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app          VARCHAR  catalogue code
-- column rival        VARCHAR  catalogue code
-- column readings     INTEGER  snapshots that tell of both
-- column days_chosen  INTEGER  days from the first to the last wanted [days]
-- column days_common  INTEGER  days of these with such a snapshot: the last of a day is the day's [days]
-- column days_told    INTEGER  days of these that rank one of them: comparable days [days]
-- column days_between INTEGER  days between the first and the last of those that are not comparable [days]
-- column days_ahead   INTEGER  comparable days with the app higher [days]
-- column days_behind  INTEGER  comparable days with the rival higher [days]
-- column median_gap   DOUBLE   the rival's rank of a day less the app's, where both rank [places]
-- column lead_changes INTEGER  comparable days in another order than the one before; at least, over a gap
-- column verdict      VARCHAR  ahead or behind on more days, even, or untold
-- key    app, rival
select
    apps.app,
    rivals.app as rival,
    coalesce(sum(days.of_day), 0)::integer as readings,
    ($until::date - $since::date + 1)::integer as days_chosen,
    count(days.day)::integer as days_common,
    (count(*) filter (where days.is_decisive))::integer as days_told,
    coalesce(
        max(days.day) filter (where days.is_decisive)
        - min(days.day) filter (where days.is_decisive)
        + 1 - days_told,
        0
    )::integer as days_between,
    (count(*) filter (where days.higher = 1))::integer as days_ahead,
    (count(*) filter (where days.higher = -1))::integer as days_behind,
    median(days.gap) as median_gap,
    (count(*) filter (where days.is_decisive and days.is_lead_change))::integer as lead_changes,
    case
        when days_told = 0 then 'untold' when days_ahead > days_behind then 'ahead'
        when days_ahead < days_behind then 'behind' else 'even'
    end as verdict
from catalog_apps as apps
inner join catalog_apps as rivals on apps.app <> rivals.app
left join
    head_to_head_days(
        $country::varchar,
        $store::varchar,
        $chart::varchar,
        $category::varchar,
        $apps::varchar[],
        $since::date,
        $until::date
    ) as days
    on apps.app = days.app and rivals.app = days.rival
where list_contains($apps::varchar[], apps.app) and list_contains($apps::varchar[], rivals.app)
group by apps.app, rivals.app
order by apps.app, rivals.app
