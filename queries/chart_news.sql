-- What became of assistants from each reading of one country's charts to the next: number one, top 10.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
--
-- column kind        VARCHAR    first (a new number one), dethroned, entered or left (the top 10)
-- column store       VARCHAR    catalogue code of the store
-- column chart       VARCHAR    catalogue code of the chart
-- column category    VARCHAR    catalogue code of the category
-- column app         VARCHAR    catalogue code
-- column rank        INTEGER    position, 1 is best [place]; null below the cut-off
-- column rank_before INTEGER    position in the reading before [place]; null below the cut-off
-- column depth       INTEGER    places that the reading kept [places]
-- column depth_before INTEGER   places that the reading before kept [places]
-- column before_at   TIMESTAMP  moment of the reading before, by the same collection, UTC
-- column observed_at TIMESTAMP  moment of the reading, UTC
-- column collection  VARCHAR    who recorded both
-- column known_at    TIMESTAMP  when the reading was first taken in, UTC
-- key    store, chart, category, collection, app, observed_at
with steps as (
    select
        *,
        lag(rank) over before as rank_before,
        lag(depth) over before as depth_before,
        lag(observed_at) over before as before_at
    from states
    where country = $country::varchar
    window before as (partition by store, chart, category, collection, app order by observed_at)
),

-- Below a cut-off of fewer than 10 places nobody knows.
told as (
    select
        *,
        case
            when rank = 1 and coalesce(rank_before, 0) <> 1 then 'first'
            when rank_before = 1 and coalesce(rank, 0) <> 1 then 'dethroned'
            when rank <= 10 and coalesce(rank_before, depth_before + 1) > 10 then 'entered'
            when rank_before <= 10 and coalesce(rank, depth + 1) > 10 then 'left'
        end as news
    from steps
)

select
    news as kind,
    store,
    chart,
    category,
    app,
    rank,
    rank_before,
    depth,
    depth_before,
    before_at,
    observed_at,
    collection,
    known_at
from told
inner join reading_births using (store, country, chart, category, observed_at, collection)
inner join catalog_apps using (app)
where news is not null and before_at is not null and catalog_apps.kind = 'assistant'
order by known_at, observed_at, store, chart, category, rank nulls last, app, collection
