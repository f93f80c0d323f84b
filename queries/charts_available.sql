-- Every chart of which there is a reading.
--
-- column country  VARCHAR  storefront, ISO 3166 code, lower case
-- column store    VARCHAR  catalogue code of the store
-- column chart    VARCHAR  catalogue code of the chart
-- column category VARCHAR  catalogue code of the category
-- column readings INTEGER  readings
-- column days     INTEGER  days with a reading [days]
-- column complete INTEGER  readings that kept every place, not assistants alone
-- column first_day DATE    first day read
-- column last_day  DATE    last day read
-- key    country, store, chart, category
select *
from chart_coverage
order by days desc, country, store, chart, category
