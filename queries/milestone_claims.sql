-- Every claimed number about the chosen apps, with who stated it.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  metrics      VARCHAR[]  catalogue codes of the metrics
-- param  since        DATE       first day wanted, UTC
-- param  until        DATE       last day wanted, UTC
--
-- column app          VARCHAR  catalogue code
-- column metric       VARCHAR  catalogue code
-- column value        DOUBLE   in the claim's unit
-- column unit         VARCHAR  what is counted
-- column qualifier    VARCHAR  exact, at_least, about or estimate
-- column platform     VARCHAR  ios, android or all
-- column scope        VARCHAR  storefront or area
-- column period_start VARCHAR  as exact as the source gives it
-- column period_end   VARCHAR  as exact as the source gives it
-- column days_stated  INTEGER  "in N days", as the source puts it [days]
-- column kind         VARCHAR  reported or estimated
-- column stated_by    VARCHAR  who stated the number
-- column publisher    VARCHAR  where it was read
-- column url          VARCHAR  address
-- column core         BOOLEAN  one of the four figures of the project
-- column population   VARCHAR  who was asked, where it is a survey
-- column conflict_en  VARCHAR  disagreement this claim is part of, English
-- column conflict_fr  VARCHAR  disagreement this claim is part of, French
-- column note_en      VARCHAR  what to know, English
-- column note_fr      VARCHAR  what to know, French
-- column claim_id     VARCHAR  stable id
-- key    claim_id
select
    app,
    metric,
    value,
    unit,
    qualifier,
    platform,
    scope,
    period_start,
    period_end,
    days_stated,
    kind,
    stated_by,
    publisher,
    url,
    core,
    population,
    conflict_en,
    conflict_fr,
    note_en,
    note_fr,
    claim_id
from milestones
where
    list_contains($apps::varchar[], app)
    and list_contains($metrics::varchar[], metric)
    and coalesce(end_last, recorded_on) >= $since::date
    and coalesce(start_first, end_first, $until::date) <= $until::date
order by app, metric, end_last nulls first, value, claim_id
