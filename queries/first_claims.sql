-- Who is said to have been first in one chart, and what readings of the days that it may mean say.
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
-- column first_day    DATE     first day that the report may mean; null where unknown
-- column last_day     DATE     last day that the report may mean
-- column precision    VARCHAR  how the source gives the day
-- column verdict      VARCHAR  confirmed, not_seen (read, never first in those readings) or unread
-- column days_observed INTEGER days of these with a reading that can tell [days]
-- column days_at_1    INTEGER  days of these with a reading at place 1 [days]
-- column stated_by    VARCHAR  who stated the place
-- column publisher    VARCHAR  where it was read
-- column url          VARCHAR  address
-- column note_en      VARCHAR  what to know, English
-- column note_fr      VARCHAR  what to know, French
-- column claim_id     VARCHAR  stable id
-- key    claim_id
select
    claimed.app,
    claimed.first_day,
    claimed.last_day,
    claimed.precision,
    case
        when bool_or(seen.rank = 1) then 'confirmed'
        when count(seen.day) > 0 then 'not_seen'
        else 'unread'
    end as verdict,
    count(distinct seen.day)::integer as days_observed,
    (count(distinct seen.day) filter (where seen.rank = 1))::integer as days_at_1,
    claimed.stated_by,
    claimed.publisher,
    claimed.url,
    claimed.note_en,
    claimed.note_fr,
    claimed.claim_id
from reported_ranks as claimed
left join
    chart_states($store::varchar, $chart::varchar, $category::varchar, '2000-01-01', '9999-12-31') as seen
    on
        claimed.country = seen.country
        and claimed.app = seen.app
        and seen.day between coalesce(claimed.first_day, date '2000-01-01') and claimed.last_day
where
    claimed.country = $country::varchar
    and claimed.store = $store::varchar
    and claimed.chart = $chart::varchar
    and claimed.category = $category::varchar
    and list_contains($apps::varchar[], claimed.app)
    and claimed.rank = 1
    and claimed.last_day >= $since::date
    and coalesce(claimed.first_day, claimed.last_day) <= $until::date
group by all
order by claimed.last_day, claimed.app, claimed.claim_id
