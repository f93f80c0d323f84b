-- What is known of one app's launch in one country: events, reports of no. 1, downloads, snapshots.
--
-- param  app     VARCHAR  catalogue code
-- param  country VARCHAR  storefront, ISO 3166 code, lower case
-- param  since   DATE     first day wanted, UTC
-- param  until   DATE     last day wanted, UTC
--
-- column lane      VARCHAR  kind of an event, rank, downloads or snapshots
-- column first_day DATE     first day that it may mean; of snapshots the last day with one before these days
-- column last_day  DATE     last day that it may mean; of snapshots the first day with one after these days
-- column precision VARCHAR  how the source gives the day
-- column value     DOUBLE   rank, downloads [downloads], or days with a snapshot of those wanted [days]
-- column qualifier VARCHAR  exact, at_least, about or estimate
-- column stated_by VARCHAR  who stated it; null where the page alone is named
-- column publisher VARCHAR  where it was read
-- column copies    INTEGER  pages that say it
-- column title_en  VARCHAR  what happened, English
-- column title_fr  VARCHAR  what happened, French
-- column url       VARCHAR  address
-- column claim_id  VARCHAR  stable id
-- key    lane, claim_id
with reported as (
    select
        'rank' as lane,
        rank::double as value,
        columns(['first_day', 'last_day', 'precision', 'stated_by', 'publisher', 'copies', 'url', 'claim_id'])
    from
        chart_reports(
            $country::varchar, 'app_store', 'top-free', 'all', [$app::varchar], $since::date, $until::date
        )
    where rank = 1 and is_best_copy
),

-- A floor holds from the last day that it may mean.
floors as (
    select
        'downloads' as lane,
        counted_from as first_day,
        last_on as last_day,
        'upper_bound' as precision,
        (count(*) over (partition by statement_of(rests_on, claim_id)))::integer as copies,
        columns(['value', 'qualifier', 'stated_by', 'publisher', 'url', 'claim_id'])
    from claim_bounds
    where
        app = $app::varchar
        and from_launch
        and bound = 'floor'
        and last_on between $since::date and $until::date
    qualify
        row_number() over (
            partition by statement_of(rests_on, claim_id) order by tier, not core, claim_id
        ) = 1
),

observed as (
    select
        'snapshots' as lane,
        max(day) filter (where day < $since::date) as first_day,
        min(day) filter (where day > $until::date) as last_day,
        (count(distinct day) filter (where day between $since::date and $until::date))::double as value
    from chart_readings
    where country = $country::varchar
    having count(*) > 0
),

marks as (
    from story_events($app::varchar, $country::varchar, $since::date, $until::date)
    union all by name
    from reported
    union all by name
    from floors
    union all by name
    from observed
)

select
    lane,
    first_day,
    last_day,
    precision,
    value,
    qualifier,
    stated_by,
    publisher,
    copies,
    title_en,
    title_fr,
    url,
    claim_id
from marks
order by list_position(['rank', 'downloads', 'snapshots'], lane) nulls first, last_day, claim_id
