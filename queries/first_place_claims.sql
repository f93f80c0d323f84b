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
with reports as (
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
    reports.app,
    reports.entry,
    reports.entry_first,
    reports.entry_last,
    reports.first_day,
    reports.last_day,
    reports.precision,
    case
        when bool_or(states.rank = 1) then 'confirmed'
        when count(states.day) = 0 then 'unread'
        when bool_and(reports.first_day is null) then 'open'
        else 'not_seen'
    end as verdict,
    count(distinct states.day)::integer as days_observed,
    (count(distinct states.day) filter (where states.rank = 1))::integer as days_at_1,
    reports.stated_by,
    reports.publisher,
    reports.tier::integer as tier,
    reports.statement,
    reports.copies,
    reports.is_best_copy as speaks,
    reports.url,
    reports.note_en,
    reports.note_fr,
    reports.claim_id
from reports
left join
    chart_rank_states(
        $store::varchar, $chart::varchar, $category::varchar, '2000-01-01', '9999-12-31'
    ) as states
    on
        reports.country = states.country
        and reports.app = states.app
        and states.day between coalesce(reports.first_day, $since::date) and reports.last_day
group by all
order by reports.last_day, reports.app, reports.claim_id
