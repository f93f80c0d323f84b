-- What became of assistants from one day to the next in one country's charts: number one, top 10.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
--
-- column kind        VARCHAR    first (a new number one), dethroned, entered or left (the top 10)
-- column store       VARCHAR    catalogue code of the store
-- column chart       VARCHAR    catalogue code of the chart
-- column category    VARCHAR    catalogue code of the category
-- column app         VARCHAR    catalogue code
-- column day         DATE       day of the change, by its last snapshot, UTC
-- column rank        INTEGER    position, 1 is best [place]; null outside the list
-- column rank_before INTEGER    position on the last day with a snapshot before it [place]; null outside
-- column depth       INTEGER    places that the day's last snapshot kept [places]
-- column depth_before INTEGER   places that the one before kept [places]
-- column before_at   TIMESTAMP  last snapshot of the day before it, by the same collection, UTC
-- column observed_at TIMESTAMP  moment of the day's last snapshot, UTC
-- column time_precision VARCHAR day or second: how exactly the moment is known
-- column collection  VARCHAR    who recorded both
-- column known_at    TIMESTAMP  when the snapshot was first taken in, UTC
-- column is_backfill BOOLEAN    taken in more than two days after its day was over
-- key    store, chart, category, collection, app, day
with days as (
    select *
    from rank_states
    where country = $country::varchar
    qualify
        row_number() over (
            partition by store, chart, category, collection, app, day
            order by observed_at desc
        ) = 1
),

steps as (
    select
        *,
        lag(rank) over before as rank_before,
        lag(depth) over before as depth_before,
        lag(observed_at) over before as before_at
    from days
    window before as (partition by store, chart, category, collection, app order by day)
),

-- Outside a list of fewer than 10 places nobody knows.
changed as (
    select
        *,
        case
            when rank = 1 and coalesce(rank_before, 0) <> 1 then 'first'
            when rank_before = 1 and coalesce(rank, 0) <> 1 then 'dethroned'
            when rank <= 10 and coalesce(rank_before, depth_before + 1) > 10 then 'entered'
            when rank_before <= 10 and coalesce(rank, depth + 1) > 10 then 'left'
        end as change
    from steps
)

select
    changed.change as kind,
    store,
    chart,
    category,
    app,
    changed.day,
    changed.rank,
    changed.rank_before,
    changed.depth,
    changed.depth_before,
    changed.before_at,
    observed_at,
    changed.time_precision,
    collection,
    first_seen.known_at,
    first_seen.known_at >= changed.day + interval 3 day as is_backfill
from changed
inner join reading_first_seen as first_seen using (store, country, chart, category, observed_at, collection)
inner join catalog_apps using (app)
where changed.change is not null and changed.before_at is not null and catalog_apps.kind = 'assistant'
order by first_seen.known_at, changed.day, store, chart, category, changed.rank nulls last, app, collection
