-- Each day of one chart: ranked, outside the list or no data, by the day's last snapshot.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app      VARCHAR    catalogue code
-- column day      DATE       UTC
-- column state    VARCHAR    ranked, below or not_observed
-- column rank     INTEGER    position in the day's last reading [place]; null unless ranked
-- column depth    INTEGER    places that reading kept [places]; null where not observed
-- column readings INTEGER    readings on that day
-- key    app, day
with days as (
    select
        unnest(generate_series($since::date, $until::date, interval 1 day))::date as day,
        app
    from catalog_apps
    where list_contains($apps::varchar[], app)
),

observed as (
    select
        app,
        day,
        state,
        rank,
        depth,
        of_day as readings
    from chart_days($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
    where country = $country::varchar and is_last
)

select
    days.app,
    days.day,
    coalesce(observed.state, 'not_observed') as state,
    observed.rank,
    observed.depth,
    coalesce(observed.readings, 0)::integer as readings
from days
left join observed using (app, day)
order by days.app, days.day
