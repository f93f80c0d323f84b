-- How often the articles of the chosen apps were read in one Wikipedia, day by day or over whole weeks.
--
-- param  wiki      VARCHAR    language of the Wikipedia, fr or en
-- param  apps      VARCHAR[]  catalogue codes
-- param  step      VARCHAR    day, or week: an ISO week, Monday to Sunday
-- param  since     DATE       first day wanted, UTC
-- param  until     DATE       last day wanted, UTC
--
-- column app       VARCHAR    catalogue code
-- column project   VARCHAR    Wikimedia's name of the Wikipedia
-- column article   VARCHAR    title of the article
-- column period    DATE       the day, or the Monday of the week
-- column views     BIGINT     times that people opened it [views]; null where a day of the week is not held
-- column days_held INTEGER    days of the period that are wanted and held [days]
-- key    app, article, period
with app_views as (
    select
        app,
        project,
        article,
        if($step::varchar = 'week', date_trunc('week', day)::date, day) as period,
        views
    from page_views
    where
        project = $wiki::varchar || '.wikipedia'
        and list_contains($apps::varchar[], app)
        and day between $since::date and $until::date
)

select
    app,
    project,
    article,
    period,
    if(count(*) = if($step::varchar = 'week', 7, 1), sum(views), null)::bigint as views,
    count(*)::integer as days_held
from app_views
group by app, project, article, period
order by app, article, period
