-- Every two apps on the readings that tell of both: who stood higher, on how many days, by how much.
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
-- column readings     INTEGER  readings that tell of both
-- column readings_told INTEGER readings of these that rank one of them: they tell who is higher
-- column days_told    INTEGER  days with such a reading [days]
-- column days_ahead   INTEGER  days of these with the app higher in the last such reading [days]
-- column days_behind  INTEGER  days of these with the rival higher in it [days]
-- column median_gap   DOUBLE   the rival's place less the app's, where both rank [places]; null if never
-- column lead_changes INTEGER  readings that tell the other order than the one before
-- column verdict      VARCHAR  ahead or behind on more days, even, or untold
-- key    app, rival
select
    one.app,
    other.app as rival,
    count(gone.day)::integer as readings,
    (count(*) filter (where gone.tells))::integer as readings_told,
    (count(*) filter (where gone.tells and gone.speaks))::integer as days_told,
    (count(*) filter (where gone.speaks and gone.higher = 1))::integer as days_ahead,
    (count(*) filter (where gone.speaks and gone.higher = -1))::integer as days_behind,
    median(gone.gap) as median_gap,
    (count(*) filter (where gone.turns))::integer as lead_changes,
    case
        when days_told = 0 then 'untold' when days_ahead > days_behind then 'ahead'
        when days_ahead < days_behind then 'behind' else 'even'
    end as verdict
from catalog_apps as one
inner join catalog_apps as other on one.app <> other.app
left join
    duels(
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
