-- Best and latest place of each chosen app in one chart, and its days at the top.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app            VARCHAR    catalogue code
-- column readings       INTEGER    readings that can tell of the app
-- column days_observed  INTEGER    days with such a reading [days]
-- column days_at_1      INTEGER    days with a reading at place 1 [days]
-- column days_top_3    INTEGER    days with a reading in the first 3 [days]
-- column days_top_10    INTEGER    days with a reading in the first 10 [days]
-- column days_top_50    INTEGER    days with a reading in the first 50 [days]
-- column days_told_50   INTEGER    days whose readings can tell the first 50 [days]
-- column run_at_1      INTEGER    most days in a row, each with a reading at place 1 [days]
-- column run_from      DATE       first day of the first such run; null if never first
-- column best           INTEGER    best place [place]; null if never ranked
-- column best_at        TIMESTAMP  first reading at the best place, UTC
-- column first         INTEGER    place in the first reading [place]; null below the cut-off
-- column first_at      TIMESTAMP  first reading, UTC
-- column latest         INTEGER    place in the newest reading [place]; null below the cut-off
-- column latest_at      TIMESTAMP  newest reading, UTC
-- column latest_depth   INTEGER    places kept by the newest reading [places]
-- column last_ranked_at TIMESTAMP  newest reading in which the app is ranked, UTC
-- key    app
select
    app,
    count(*)::integer as readings,
    count(distinct day)::integer as days_observed,
    (count(distinct day) filter (where rank = 1))::integer as days_at_1,
    (count(distinct day) filter (where rank <= 3))::integer as days_top_3,
    (count(distinct day) filter (where rank <= 10))::integer as days_top_10,
    (count(distinct day) filter (where rank <= 50))::integer as days_top_50,
    (count(distinct day) filter (where depth >= 50 or rank <= 50))::integer as days_told_50,
    coalesce(any_value(run_at_1), 0)::integer as run_at_1,
    any_value(run_from) as run_from,
    min(rank) as best,
    arg_min(observed_at, (rank, observed_at)) filter (where rank is not null) as best_at,
    first(rank order by observed_at, collection) as first,
    min(observed_at) as first_at,
    last(rank order by observed_at, collection) as latest,
    max(observed_at) as latest_at,
    last(depth order by observed_at, collection) as latest_depth,
    max(observed_at) filter (where rank is not null) as last_ranked_at
from chart_states($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
left join
    first_runs(
        $country::varchar, $store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date
    )
    using (app)
where country = $country::varchar and list_contains($apps::varchar[], app)
group by app
order by best nulls last, app
