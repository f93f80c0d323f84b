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
    one.app,
    other.app as rival,
    coalesce(sum(gone.of_day), 0)::integer as readings,
    ($until::date - $since::date + 1)::integer as days_chosen,
    count(gone.day)::integer as days_common,
    (count(*) filter (where gone.tells))::integer as days_told,
    coalesce(
        max(gone.day) filter (where gone.tells) - min(gone.day) filter (where gone.tells) + 1 - days_told, 0
    )::integer as days_between,
    (count(*) filter (where gone.higher = 1))::integer as days_ahead,
    (count(*) filter (where gone.higher = -1))::integer as days_behind,
    median(gone.gap) as median_gap,
    (count(*) filter (where gone.tells and gone.turns))::integer as lead_changes,
    case
        when days_told = 0 then 'untold' when days_ahead > days_behind then 'ahead'
        when days_ahead < days_behind then 'behind' else 'even'
    end as verdict
from catalog_apps as one
inner join catalog_apps as other on one.app <> other.app
left join
    head_to_head_days(
        $country::varchar,
        $store::varchar,
        $chart::varchar,
        $category::varchar,
        $apps::varchar[],
        $since::date,
        $until::date
    ) as gone
    on one.app = gone.app and other.app = gone.rival
where list_contains($apps::varchar[], one.app) and list_contains($apps::varchar[], other.app)
group by one.app, other.app
order by one.app, other.app
