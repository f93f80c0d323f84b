-- Places in one chart that somebody reported, over the days that the report may mean.
--
-- param  country  VARCHAR    storefront, ISO 3166 code, lower case
-- param  store    VARCHAR    catalogue code of the store
-- param  chart    VARCHAR    catalogue code of the chart
-- param  category VARCHAR    catalogue code of the category
-- param  apps     VARCHAR[]  catalogue codes
-- param  since    DATE       first day wanted, UTC
-- param  until    DATE       last day wanted, UTC
--
-- column app          VARCHAR    catalogue code
-- column rank         INTEGER    position, 1 is best [place]
-- column first_day    DATE       first day that the report may mean; null where unknown
-- column last_day     DATE       last day that the report may mean
-- column precision    VARCHAR    how the source gives the day
-- column stated_by    VARCHAR    who stated the place
-- column publisher    VARCHAR    where it was read
-- column tier         INTEGER    how near that stands to who measured, 1 is best
-- column statement    VARCHAR    what it rests on: copies of one statement have one
-- column copies       INTEGER    reports of that statement
-- column speaks       BOOLEAN    whether it is the one of them with the best evidence
-- column url          VARCHAR    address
-- column published_on VARCHAR    date of publication, as exact as known
-- column note_en      VARCHAR    what to know, English
-- column note_fr      VARCHAR    what to know, French
-- column conflict_en  VARCHAR    disagreement this claim is part of, English
-- column conflict_fr  VARCHAR    disagreement this claim is part of, French
-- column claim_id     VARCHAR    stable id
-- key    claim_id
select
    app,
    rank,
    first_day,
    last_day,
    precision,
    stated_by,
    publisher,
    tier::integer as tier,
    statement,
    copies,
    is_best_copy as speaks,
    url,
    published_on,
    note_en,
    note_fr,
    conflict_en,
    conflict_fr,
    claim_id
from
    chart_reports(
        $country::varchar,
        $store::varchar,
        $chart::varchar,
        $category::varchar,
        $apps::varchar[],
        $since::date,
        $until::date
    )
order by last_day, app, rank, claim_id
