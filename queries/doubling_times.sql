-- How long a count took to double, where one source published three counts or more of one series.
--
-- param  apps       VARCHAR[]  catalogue codes
-- param  metrics    VARCHAR[]  catalogue codes of the metrics
--
-- column app        VARCHAR  catalogue code
-- column metric     VARCHAR  catalogue code
-- column platform   VARCHAR  ios, android or all
-- column scope      VARCHAR  storefront or area
-- column counts     BIGINT   days with a count in the series
-- column first_day  DATE     day of the first count
-- column last_day   DATE     last day that the last count may mean
-- column first_value DOUBLE  first count, in the metric's unit
-- column last_value DOUBLE   last count, in the metric's unit
-- column least      DOUBLE   least doubling time [days]; null where the counts are not enough
-- column most       DOUBLE   greatest doubling time [days]; null where the counts are not enough
-- column kind       VARCHAR  reported or estimated
-- column stated_by  VARCHAR  who counted
-- column publisher  VARCHAR  where it was read
-- column url        VARCHAR  address
-- key    app, metric, platform, scope, stated_by, url
with series as (
    select
        app,
        metric,
        platform,
        scope,
        count(distinct end_last) as counts,
        min(end_last) as first_day,
        max(end_last) as last_day,
        arg_min(value, end_last) as first_value,
        arg_max(value, end_last) as last_value,
        last_day - arg_min(end_first, end_last) as longest,
        arg_max(end_first, end_last) - first_day as shortest,
        arg_max_null(most_of(qualifier, value), end_last)
        / arg_min_null(least_of(qualifier, value), end_last) as steepest,
        arg_max_null(least_of(qualifier, value), end_last)
        / arg_min_null(most_of(qualifier, value), end_last) as flattest,
        any_value(kind) as kind,
        stated_by,
        any_value(columns(['publisher', 'url']))
    from milestones
    where
        list_contains($apps::varchar[], app)
        and list_contains($metrics::varchar[], metric)
        and end_last is not null
    group by app, metric, platform, scope, stated_by, source_id
)

select
    * exclude (longest, shortest, steepest, flattest, kind, stated_by, publisher, url),
    case when counts >= 3 and steepest > 1 and shortest > 0 then shortest * ln(2) / ln(steepest) end as least,
    case when counts >= 3 and flattest > 1 and shortest > 0 then longest * ln(2) / ln(flattest) end as most,
    kind,
    stated_by,
    publisher,
    url
from series
order by counts desc, app, metric, platform, scope, stated_by, url
