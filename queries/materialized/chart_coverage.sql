-- Readings and days of each chart: counted once, for there may be a million readings.
select
    country,
    store,
    chart,
    category,
    count(*)::integer as readings,
    count(distinct day)::integer as days,
    (count(*) filter (where scope = 'all'))::integer as complete,
    min(day) as first_day,
    max(day) as last_day
from chart_readings
group by all
