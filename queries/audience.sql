-- Users of the chosen apps in one place, in one measure, as publishers give them.
--
-- param  apps       VARCHAR[]  catalogue codes; the market's total comes with them
-- param  metric     VARCHAR    mau, wau or dau
-- param  scope      VARCHAR    storefront or area
-- param  since      DATE       first day wanted, UTC
-- param  until      DATE       last day wanted, UTC
--
-- column app        VARCHAR  catalogue code
-- column metric     VARCHAR  mau, wau or dau
-- column value      DOUBLE   people [users]
-- column unit       VARCHAR  users, visitors or app_users: what the publisher counts
-- column qualifier  VARCHAR  exact, at_least, about or estimate
-- column first_day  DATE     first day of the period, or the period's first possible end
-- column last_day   DATE     last day that the period may end on
-- column period_end VARCHAR  as exact as the source gives it
-- column kind       VARCHAR  reported or estimated
-- column stated_by  VARCHAR  who stated the number
-- column publisher  VARCHAR  where it was read
-- column url        VARCHAR  address
-- column note_en    VARCHAR  what to know, English
-- column note_fr    VARCHAR  what to know, French
-- column claim_id   VARCHAR  stable id
-- key    claim_id
select
    milestones.app,
    milestones.metric,
    milestones.value,
    milestones.unit,
    milestones.qualifier,
    coalesce(milestones.start_first, milestones.end_first) as first_day,
    milestones.end_last as last_day,
    milestones.period_end,
    milestones.kind,
    milestones.stated_by,
    milestones.publisher,
    milestones.url,
    milestones.note_en,
    milestones.note_fr,
    milestones.claim_id
from milestones
inner join catalog_apps using (app)
where
    (list_contains($apps::varchar[], milestones.app) or catalog_apps.kind = 'market')
    and milestones.metric = $metric::varchar
    and milestones.scope = $scope::varchar
    and milestones.end_last between $since::date and $until::date
order by milestones.metric, milestones.end_last, milestones.value, milestones.claim_id
