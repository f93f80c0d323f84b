-- Where sources differ on one quantity: their numbers side by side, and which rests on which.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  metrics      VARCHAR[]  catalogue codes of the metrics
--
-- column app          VARCHAR  catalogue code
-- column metric       VARCHAR  catalogue code
-- column value        DOUBLE   in the metric's unit
-- column qualifier    VARCHAR  exact, at_least, about or estimate
-- column conflict_id  VARCHAR  stable id of the disagreement
-- column low          DOUBLE   least that the claim can mean
-- column high         DOUBLE   most that the claim can mean; null for a floor
-- column platform     VARCHAR  ios, android or all
-- column scope        VARCHAR  storefront or area
-- column period_start VARCHAR  as exact as the source gives it
-- column period_end   VARCHAR  as exact as the source gives it
-- column days_stated  INTEGER  "in N days", as the source puts it [days]
-- column kind         VARCHAR  reported or estimated
-- column stated_by    VARCHAR  who stated the number
-- column rests_on     VARCHAR  the statement that it repeats; null where it is its own
-- column copy         BIGINT   1 for the first claim of a statement, 2 and on for its copies
-- column copies       BIGINT   claims of that statement
-- column spread       DOUBLE   greatest over least number of one platform, place and day [ratio]
-- column claim_id     VARCHAR  stable id
-- column url          VARCHAR  address
-- column publisher    VARCHAR  where it was read
-- column conflict_en  VARCHAR  what they differ on, English
-- column conflict_fr  VARCHAR  what they differ on, French
-- column reading_en   VARCHAR  how to read it, English
-- column reading_fr   VARCHAR  how to read it, French
-- key    claim_id
with claims as (
    select
        *,
        statement_of(rests_on, claim_id) as statement,
        max(value) over quantity / min(value) over quantity as spread
    from milestones
    where
        conflict_en is not null
        and list_contains($apps::varchar[], app)
        and list_contains($metrics::varchar[], metric)
    window quantity as (partition by conflict_id, platform, scope, end_last)
)

select
    columns(['conflict_id', 'app', 'metric', 'qualifier', 'value']),
    least_of(qualifier, value) as low,
    most_of(qualifier, value) as high,
    columns(['platform', 'scope', 'period_start', 'period_end', 'days_stated', 'kind', 'stated_by']),
    nullif(rests_on, '') as rests_on,
    row_number() over (partition by conflict_id, statement, value order by not core, tier, claim_id) as copy,
    count(*) over (partition by conflict_id, statement, value) as copies,
    spread,
    columns(['publisher', 'url', 'conflict_en', 'conflict_fr', 'reading_en', 'reading_fr', 'claim_id'])
from claims
order by max(spread) over (partition by conflict_id) desc, conflict_id, value, copy, claim_id
