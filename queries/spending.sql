-- What consumers are estimated to have spent in each chosen app, and over which period.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  until        DATE       last day that a claim may speak of, UTC
--
-- column app             VARCHAR  catalogue code
-- column place           INTEGER  1: the greatest total of an app, on its best evidence; else null
-- column metric          VARCHAR  revenue of a period, or revenue_per_day
-- column value           DOUBLE   in the claim's unit
-- column unit            VARCHAR  usd, usd_net of fees or usd_per_day
-- column qualifier       VARCHAR  exact, at_least, about or estimate
-- column platform        VARCHAR  ios, android or all
-- column platform_stated BOOLEAN  whether the source names the platform
-- column scope           VARCHAR  storefront or area
-- column scope_stated    BOOLEAN  whether the source names the place
-- column period_start    VARCHAR  as exact as the source gives it; null where it gives none
-- column period_end      VARCHAR  as exact as the source gives it
-- column approximate     BOOLEAN  whether the period is about right, no more
-- column kind            VARCHAR  reported or estimated
-- column stated_by       VARCHAR  who measured or stated the number
-- column url             VARCHAR  address
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- column claim_id        VARCHAR  stable id
-- key    claim_id
select
    app,
    case
        when metric = 'revenue' and tier < 4 and row_number() over (
            partition by app, metric, tier < 4
            order by least_of(qualifier, value) desc, tier, claim_id
        ) = 1 then 1
    end::integer as place,
    columns(['metric', 'value', 'unit', 'qualifier', 'platform', 'platform_stated', 'scope', 'scope_stated']),
    columns(['period_start', 'period_end', 'approximate', 'kind', 'stated_by', 'publisher', 'tier', 'url']),
    claim_id
from milestones
where
    list_contains($apps::varchar[], app)
    and metric in ('revenue', 'revenue_per_day')
    and end_last <= $until::date
order by list_position($apps::varchar[], app), metric, end_last desc, tier, value desc, claim_id
