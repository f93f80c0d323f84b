-- One chart in two complete readings: who climbed, fell, came or left, and where depth hides it.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  before_at TIMESTAMP moment of the first reading, UTC
-- param  after_at TIMESTAMP  moment of the second reading, UTC
--
-- column app_id      VARCHAR  the store's id
-- column app_name    VARCHAR  name in the newer of its readings
-- column app         VARCHAR  catalogue code; null for other apps
-- column rank_before INTEGER  position in the first reading [place]; null if not in it
-- column rank_after  INTEGER  position in the second reading [place]; null if not in it
-- column climbed     INTEGER  places won, lost if negative [places]; null unless in both
-- column move        VARCHAR  climbed, fell, stayed, new, left; unseen_before, _after: no such depth there
-- key    app_id
with readings as (
    select *
    from
        complete_chart_rows(
            $country::varchar, $store::varchar, $chart::varchar, $category::varchar,
            $before_at::timestamp, $after_at::timestamp
        )
),

older as (
    select * from readings
    where observed_at = $before_at::timestamp
),

newer as (
    select * from readings
    where observed_at = $after_at::timestamp
)

select
    coalesce(newer.app_id, older.app_id) as app_id,
    coalesce(newer.app_name, older.app_name) as app_name,
    ids.app,
    older.rank as rank_before,
    newer.rank as rank_after,
    older.rank - newer.rank as climbed,
    case
        when older.rank is null and newer.rank > coalesce(max(older.depth) over (), 0) then 'unseen_before'
        when older.rank is null then 'new'
        when newer.rank is null and older.rank > coalesce(max(newer.depth) over (), 0) then 'unseen_after'
        when newer.rank is null then 'left'
        when older.rank > newer.rank then 'climbed'
        when older.rank < newer.rank then 'fell'
        else 'stayed'
    end as move
from older
full join newer using (app_id)
left join catalog_ids as ids
    on
        coalesce(newer.app_id, older.app_id) = ids.app_id and ids.store = $store::varchar
        and $after_at::date >= coalesce(ids.since, $after_at::date)
        and $after_at::date <= coalesce(ids.until, $after_at::date)
order by climbed desc nulls last, rank_after nulls last, rank_before, app_id
