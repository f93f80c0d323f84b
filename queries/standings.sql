-- The newest rank of each chosen app in the charts of one country, and in one overall chart beside them.
--
-- param  country   VARCHAR    storefront, ISO 3166 code, lower case
-- param  reference VARCHAR    storefront whose overall App Store chart is added
-- param  apps      VARCHAR[]  catalogue codes
-- param  until     DATE       last day wanted, UTC; all days before it count
--
-- column country        VARCHAR    storefront
-- column store          VARCHAR    catalogue code of the store
-- column chart          VARCHAR    catalogue code of the chart
-- column category       VARCHAR    catalogue code of the category
-- column app            VARCHAR    catalogue code
-- column rank           INTEGER    position in the newest snapshot, 1 is best; null outside the list
-- column depth          INTEGER    ranks that it kept
-- column observed_at    TIMESTAMP  moment of it, UTC
-- column time_precision VARCHAR    day or second: how exactly the moment is known
-- column before_day     DATE       the last day with a snapshot before it, UTC; null without one
-- column move_before    VARCHAR    climbed, fell, stayed, new, left, unseen: since that day; null without one
-- column gain_before    INTEGER    ranks gained since that day; null unless ranked on both
-- column move_week      VARCHAR    the same since the day 7 days before; null without a snapshot on it
-- column gain_week      INTEGER    ranks gained since that day; null unless ranked on both
-- column move_month     VARCHAR    the same since the day 30 days before; null without a snapshot on it
-- column gain_month     INTEGER    ranks gained since that day; null unless ranked on both
-- column best           INTEGER    best rank in any snapshot; null if never ranked
-- column days_at_1      INTEGER    days with rank 1 in the day's last snapshot [days]
-- column days_observed  INTEGER    days of these with a snapshot [days]
-- column line_days      DATE[]     days with a snapshot of the 30 to the newest, UTC
-- column line_ranks     INTEGER[]  the rank on each; null outside the list
-- column first_app      VARCHAR    catalogue code of the no. 1 of the newest snapshot; null if not followed
-- column first_name     VARCHAR    its name in the store; null where the snapshot did not keep rank 1
-- column collection     VARCHAR    who recorded the newest snapshot
-- key    country, store, chart, category, app
select
    standings.country,
    standings.store,
    standings.chart,
    standings.category,
    standings.app,
    standings.rank,
    standings.depth,
    standings.observed_at,
    standings.time_precision,
    standings.before_day,
    standings.move_before,
    standings.gain_before,
    standings.move_week,
    standings.gain_week,
    standings.move_month,
    standings.gain_month,
    standings.best,
    standings.days_at_1,
    standings.days_observed,
    standings.line_days,
    standings.line_ranks,
    leaders.first_app,
    leaders.first_name,
    standings.collection
from
    standing_steps(
        $country::varchar, $reference::varchar, $apps::varchar[], $until::date
    ) as standings
left join
    chart_leaders($country::varchar, $reference::varchar, $until::date) as leaders
    using (country, store, chart, category, observed_at, collection)
where standings.day = standings.newest_day
order by
    standings.country <> $country::varchar,
    chart_days desc,
    store,
    chart,
    category,
    standings.rank nulls last,
    standings.app
