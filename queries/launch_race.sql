-- Who was ahead on one day after launch, for every two assistants, where the claims can tell.
--
-- param  apps      VARCHAR[]  catalogue codes
-- param  day0      VARCHAR    press, web, ios, android or country: the launch to count from
-- param  country   VARCHAR    storefront of the launch, where day0 is country
-- param  platform  VARCHAR    ios, android or all
-- param  scope     VARCHAR    storefront or area
-- param  day       BIGINT     the day of each launch that is compared [days since launch]
--
-- column app         VARCHAR  catalogue code
-- column rival       VARCHAR  catalogue code
-- column verdict     VARCHAR  ahead, behind or untold
-- column reason      VARCHAR  told, overlap, no_claim, disputed, unlike (launches) or edge (of a rounding)
-- column floor       DOUBLE   least that the app had by then [downloads]; null where unknown
-- column ceiling     DOUBLE   most that it had [downloads]; null where unknown
-- column rival_floor DOUBLE   least that the rival had
-- column rival_ceiling DOUBLE most that the rival had
-- column nearest_day BIGINT   nearest day on which it can be told [days since launch]; null where none
-- key    app, rival
with bounds as (
    select
        chosen.app,
        max(firm_low) filter (where latest_day <= $day::bigint) as floor,
        min(firm_high) filter (where earliest_day >= $day::bigint) as ceiling,
        max(clear_low) filter (where latest_day <= $day::bigint) as clear_floor,
        min(clear_high) filter (where earliest_day >= $day::bigint) as clear_ceiling,
        any_value(unlike) as unlike,
        max(low) filter (where latest_day <= $day::bigint)
        > min(high) filter (where earliest_day >= $day::bigint) as disputed
    from (select unnest($apps::varchar[]) as app) as chosen
    left join
        race_statements($day0::varchar, $country::varchar, $platform::varchar, $scope::varchar) as statements
        on chosen.app = statements.app
    group by chosen.app
)

select
    app_bounds.app,
    rival_bounds.app as rival,
    case
        when app_bounds.clear_floor > rival_bounds.clear_ceiling then 'ahead'
        when rival_bounds.clear_floor > app_bounds.clear_ceiling then 'behind'
        else 'untold'
    end as verdict,
    case
        when verdict <> 'untold' then 'told'
        when app_bounds.disputed or rival_bounds.disputed then 'disputed'
        when
            coalesce(app_bounds.floor, app_bounds.ceiling) is null
            or coalesce(rival_bounds.floor, rival_bounds.ceiling) is null
            then 'no_claim'
        when coalesce(app_bounds.unlike, rival_bounds.unlike) is not null then 'unlike'
        when app_bounds.floor > rival_bounds.ceiling or rival_bounds.floor > app_bounds.ceiling then 'edge'
        else 'overlap'
    end as reason,
    app_bounds.floor,
    app_bounds.ceiling,
    rival_bounds.floor as rival_floor,
    rival_bounds.ceiling as rival_ceiling,
    (
        select arg_min(nearest_to($day::bigint, since, until), off_by($day::bigint, since, until))
        from provable_leads($day0::varchar, $country::varchar, $platform::varchar, $scope::varchar)
        where app_bounds.app in (app, rival) and rival_bounds.app in (app, rival)
    ) as nearest_day
from bounds as app_bounds
inner join bounds as rival_bounds on app_bounds.app <> rival_bounds.app
order by list_position($apps::varchar[], app_bounds.app), list_position($apps::varchar[], rival_bounds.app)
