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
with told as (
    select
        *,
        unnest(app_list) as app
    from events
    where last_day >= $since::date and first_day <= $until::date
)

select
    told.app,
    told.first_day - coalesce(chosen.last_day, usual.last_day) as earliest_day,
    told.last_day - coalesce(chosen.first_day, usual.first_day) as latest_day,
    told.happened_on,
    told.country,
    told.kind,
    told.title_en,
    told.title_fr,
    told.publisher,
    told.url,
    told.note_en,
    told.note_fr,
    told.event_id
from told
inner join day_zero as usual on told.app = usual.app and usual.platform = 'all'
left join chosen_day_zero($day0::varchar, $country::varchar) as chosen on told.app = chosen.app
where list_contains($apps::varchar[], told.app) and latest_day >= 0
order by told.app, earliest_day, told.event_id
