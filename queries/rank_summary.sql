-- Best, worst and latest rank of each chosen app in one chart, and its days at the top.
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
-- column readings       INTEGER    snapshots that can tell of the app
-- column readings_below INTEGER    snapshots of these in which it is outside the list
-- column days_chosen    INTEGER    days from the first to the last wanted [days]
-- column days_observed  INTEGER    days of these with such a snapshot [days]
-- column days_at_1      INTEGER    days with rank 1 in the day's last snapshot [days]
-- column days_ever_at_1 INTEGER    days with rank 1 in any snapshot: at some time of the day [days]
-- column days_top_3     INTEGER    days in the first 3 in the day's last snapshot [days]
-- column days_top_10    INTEGER    days in the first 10 in it [days]
-- column days_top_50    INTEGER    days in the first 50 in it [days]
-- column days_told_50   INTEGER    days whose last snapshot can tell the first 50 [days]
-- column run_at_1       INTEGER    most days in a row, each with rank 1 in its last snapshot [days]
-- column run_from       DATE       first day of the first such run; null if none
-- column best           INTEGER    best rank in any snapshot [place]; null if never ranked
-- column best_at        TIMESTAMP  first snapshot at the best rank, UTC
-- column worst          INTEGER    worst rank in any snapshot [place]; null if never ranked
-- column first          INTEGER    rank of the first day, by its last snapshot [place]; null outside the list
-- column first_at       TIMESTAMP  that snapshot, UTC
-- column latest         INTEGER    rank in the newest snapshot [place]; null outside the list
-- column latest_at      TIMESTAMP  newest snapshot, UTC
-- column latest_depth   INTEGER    places kept by the newest snapshot [places]
-- column last_ranked_at TIMESTAMP  newest snapshot in which the app is ranked, UTC
-- key    app
select
    app,
    count(*)::integer as readings,
    (count(*) filter (where rank is null))::integer as readings_below,
    ($until::date - $since::date + 1)::integer as days_chosen,
    (count(*) filter (where is_last))::integer as days_observed,
    (count(*) filter (where is_last and rank = 1))::integer as days_at_1,
    (count(distinct day) filter (where rank = 1))::integer as days_ever_at_1,
    (count(*) filter (where is_last and rank <= 3))::integer as days_top_3,
    (count(*) filter (where is_last and rank <= 10))::integer as days_top_10,
    (count(*) filter (where is_last and rank <= 50))::integer as days_top_50,
    (count(*) filter (where is_last and (depth >= 50 or rank <= 50)))::integer as days_told_50,
    coalesce(any_value(run_at_1), 0)::integer as run_at_1,
    any_value(run_from) as run_from,
    min(rank) as best,
    arg_min(observed_at, (rank, observed_at)) filter (where rank is not null) as best_at,
    max(rank) as worst,
    first(rank order by observed_at, collection) filter (where is_last) as first,
    min(observed_at) filter (where is_last) as first_at,
    last(rank order by observed_at, collection) as latest,
    max(observed_at) as latest_at,
    last(depth order by observed_at, collection) as latest_depth,
    max(observed_at) filter (where rank is not null) as last_ranked_at
from chart_days($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
left join
    first_place_runs(
        $country::varchar, $store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date
    )
    using (app)
where country = $country::varchar and list_contains($apps::varchar[], app)
group by app
order by best nulls last, app
