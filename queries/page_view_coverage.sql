-- Articles with page views: how many days, and when they were read.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  since        DATE       first day wanted, UTC
-- param  until        DATE       last day wanted, UTC
--
-- column app          VARCHAR    catalogue code
-- column project      VARCHAR    Wikimedia's name of the Wikipedia
-- column article      VARCHAR    title of the article
-- column first_day    DATE       first day held, UTC
-- column last_day     DATE       last day held, UTC
-- column days_held    INTEGER    days held [days]
-- column days_missing INTEGER    days not held, up to the last that is held of any article [days]
-- column collection   VARCHAR    who counted the views
-- column ingested_at  TIMESTAMP  when the newest of them were read, UTC
-- key    app, project, article
select
    app,
    project,
    article,
    min(day) as first_day,
    max(day) as last_day,
    count(*)::integer as days_held,
    (max(max(day)) over (partition by project) - min(day) + 1 - count(*))::integer as days_missing,
    any_value(collection) as collection,
    max(ingested_at) as ingested_at
from page_views
where
    list_contains($apps::varchar[], app)
    and day between $since::date and $until::date
group by app, project, article
order by project desc, app, article
