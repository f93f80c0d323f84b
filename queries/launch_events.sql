-- What happened to each app, by days since its launch.
--
-- param  apps         VARCHAR[]  catalogue codes
-- param  day0         VARCHAR    press, web, ios, android or country: the launch to count from
-- param  country      VARCHAR    storefront of the launch, where day0 is country
-- param  since        DATE       first day wanted, UTC
-- param  until        DATE       last day wanted, UTC
--
-- column app          VARCHAR  catalogue code
-- column earliest_day BIGINT   first day that it may mean [days since launch]
-- column latest_day   BIGINT   last day that it may mean [days since launch]
-- column happened_on  VARCHAR  date as exact as the source gives it
-- column country      VARCHAR  storefront or area
-- column kind         VARCHAR  launch, feature, regulation and so on
-- column title_en     VARCHAR  what happened, English
-- column title_fr     VARCHAR  what happened, French
-- column publisher    VARCHAR  where it was read
-- column url          VARCHAR  address
-- column note_en      VARCHAR  what to know, English
-- column note_fr      VARCHAR  what to know, French
-- column event_id     VARCHAR  stable id
-- key    app, event_id
with app_events as (
    select
        *,
        unnest(app_list) as app
    from events
    where last_day >= $since::date and first_day <= $until::date
)

select
    app_events.app,
    app_events.first_day - coalesce(chosen.last_day, usual.last_day) as earliest_day,
    app_events.last_day - coalesce(chosen.first_day, usual.first_day) as latest_day,
    app_events.happened_on,
    app_events.country,
    app_events.kind,
    app_events.title_en,
    app_events.title_fr,
    app_events.publisher,
    app_events.url,
    app_events.note_en,
    app_events.note_fr,
    app_events.event_id
from app_events
inner join day_zero as usual on app_events.app = usual.app and usual.platform = 'all'
left join chosen_day_zero($day0::varchar, $country::varchar) as chosen on app_events.app = chosen.app
where list_contains($apps::varchar[], app_events.app) and latest_day >= 0
order by app_events.app, earliest_day, app_events.event_id
