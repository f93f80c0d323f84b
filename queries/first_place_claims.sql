-- Who is said to have been first in one chart, and what snapshots of the days that it may mean say.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app          VARCHAR  catalogue code
-- column entry        INTEGER  number among the app's entries: reports on one event, or within a week
-- column entry_first  DATE     first day that the reports of the entry may mean; null where unknown
-- column entry_last   DATE     last day that they may mean
-- column first_day    DATE     first day that the report may mean; null where unknown
-- column last_day     DATE     last day that the report may mean
-- column precision    VARCHAR  how the source gives the day
-- column verdict      VARCHAR  confirmed, not_seen (snapshots, first in none), unread, or open: no first day
-- column days_observed INTEGER days of these with a snapshot that bears on the report [days]
-- column days_at_1    INTEGER  days of these with rank 1 in any snapshot: at some time of the day [days]
-- column stated_by    VARCHAR  who stated the rank
-- column publisher    VARCHAR  where it was read
-- column tier         INTEGER  how near that stands to who measured, 1 is best
-- column statement    VARCHAR  what it rests on: copies of one statement have one
-- column copies       INTEGER  reports of that statement
-- column speaks       BOOLEAN  whether it is the one of them with the best evidence
-- column url          VARCHAR  address
-- column note_en      VARCHAR  what to know, English
-- column note_fr      VARCHAR  what to know, French
-- column claim_id     VARCHAR  stable id
-- key    claim_id
with claimed as (
    select *
    from
        first_place_reports(
            $country::varchar,
            $store::varchar,
            $chart::varchar,
            $category::varchar,
            $apps::varchar[],
            $since::date,
            $until::date
        )
)

-- A report without a first day may mean any day up to its last: of the days wanted, a snapshot with the app
-- first bears it out, and one with the app elsewhere leaves it open.
select
    claimed.app,
    claimed.entry,
    claimed.entry_first,
    claimed.entry_last,
    claimed.first_day,
    claimed.last_day,
    claimed.precision,
    case
        when bool_or(seen.rank = 1) then 'confirmed'
        when count(seen.day) = 0 then 'unread'
        when bool_and(claimed.first_day is null) then 'open'
        else 'not_seen'
    end as verdict,
    count(distinct seen.day)::integer as days_observed,
    (count(distinct seen.day) filter (where seen.rank = 1))::integer as days_at_1,
    claimed.stated_by,
    claimed.publisher,
    claimed.tier::integer as tier,
    claimed.statement,
    claimed.copies,
    claimed.speaks,
    claimed.url,
    claimed.note_en,
    claimed.note_fr,
    claimed.claim_id
from claimed
left join
    chart_rank_states(
        $store::varchar, $chart::varchar, $category::varchar, '2000-01-01', '9999-12-31'
    ) as seen
    on
        claimed.country = seen.country
        and claimed.app = seen.app
        and seen.day between coalesce(claimed.first_day, $since::date) and claimed.last_day
group by all
order by claimed.last_day, claimed.app, claimed.claim_id
