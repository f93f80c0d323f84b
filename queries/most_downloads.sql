-- The greatest number of downloads that a claim gives each chosen app, up to a day.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  until        DATE       last day that a claim may speak of, UTC
--
-- column app             VARCHAR  catalogue code
-- column place           BIGINT   1: the greatest; 2: a greater one whose source names nobody it rests on
-- column metric          VARCHAR  downloads_cumulative, or downloads_in_period: the total is at least that
-- column value           DOUBLE   as claimed [downloads]
-- column qualifier       VARCHAR  exact, at_least, about or estimate; at_least for the downloads of a period
-- column least           DOUBLE   least that the total can be, if the claim holds [downloads]
-- column unit            VARCHAR  what is counted
-- column platform        VARCHAR  ios, android or all
-- column platform_stated BOOLEAN  whether the source names the platform
-- column scope           VARCHAR  storefront or area
-- column scope_stated    BOOLEAN  whether the source names the place
-- column period_start    VARCHAR  as exact as the source gives it; null where it gives none
-- column period_end      VARCHAR  as exact as the source gives it
-- column claim_id        VARCHAR  stable id
-- column approximate     BOOLEAN  whether the period is about right, no more
-- column kind            VARCHAR  reported or estimated
-- column stated_by       VARCHAR  who measured or stated the number
-- column url             VARCHAR  address
-- column publisher       VARCHAR  where it was read
-- column tier            INTEGER  evidence of the source, 1 is best
-- key    app, place
with greatest_ones as (
    select
        *,
        least_of(qualifier, value) as least_total
    from milestones
    where
        list_contains($apps::varchar[], app)
        and metric in ('downloads_cumulative', 'downloads_in_period')
        and end_last <= $until::date
    qualify
        row_number() over (
            partition by app, tier = 4
            order by least_total desc, tier, value desc, claim_id
        ) = 1
)

select
    app,
    row_number() over (partition by app order by tier = 4) as place,
    columns(['metric', 'value']),
    if(metric = 'downloads_in_period', 'at_least', qualifier) as qualifier,
    least_total as least,
    columns(['unit', 'platform', 'platform_stated', 'scope', 'scope_stated', 'period_start', 'period_end']),
    columns(['approximate', 'kind', 'stated_by', 'publisher', 'tier', 'url', 'claim_id'])
from greatest_ones
qualify least_total >= max(least_total) over (partition by app order by tier = 4)
order by list_position($apps::varchar[], app), place
