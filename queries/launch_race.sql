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
with known as (
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
    left join race_statements($day0::varchar, $country::varchar, $platform::varchar, $scope::varchar) as held
        on chosen.app = held.app
    group by chosen.app
)

select
    mine.app,
    theirs.app as rival,
    case
        when mine.clear_floor > theirs.clear_ceiling then 'ahead'
        when theirs.clear_floor > mine.clear_ceiling then 'behind'
        else 'untold'
    end as verdict,
    case
        when verdict <> 'untold' then 'told'
        when mine.disputed or theirs.disputed then 'disputed'
        when coalesce(mine.floor, mine.ceiling) is null or coalesce(theirs.floor, theirs.ceiling) is null
            then 'no_claim'
        when coalesce(mine.unlike, theirs.unlike) is not null then 'unlike'
        when mine.floor > theirs.ceiling or theirs.floor > mine.ceiling then 'edge'
        else 'overlap'
    end as reason,
    mine.floor,
    mine.ceiling,
    theirs.floor as rival_floor,
    theirs.ceiling as rival_ceiling,
    (
        select arg_min(nearest_to($day::bigint, since, until), off_by($day::bigint, since, until))
        from provable_leads($day0::varchar, $country::varchar, $platform::varchar, $scope::varchar)
        where mine.app in (app, rival) and theirs.app in (app, rival)
    ) as nearest_day
from known as mine
inner join known as theirs on mine.app <> theirs.app
order by list_position($apps::varchar[], mine.app), list_position($apps::varchar[], theirs.app)
