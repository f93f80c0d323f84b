-- What happened to the chosen apps, with its source.
--
-- param  country VARCHAR    storefront, ISO 3166 code, lower case; world events come with it
-- param  apps    VARCHAR[]  catalogue codes
-- param  since   DATE       first day wanted, UTC
-- param  until   DATE       last day wanted, UTC
--
-- column happened_on VARCHAR    date as exact as the source gives it
-- column first_day   DATE       first day that it may mean
-- column last_day    DATE       last day that it may mean
-- column apps        VARCHAR[]  catalogue codes
-- column country     VARCHAR    storefront or area
-- column kind        VARCHAR    launch, feature, regulation and so on
-- column title_en    VARCHAR    what happened, English
-- column title_fr    VARCHAR    what happened, French
-- column publisher   VARCHAR    where it was read
-- column url         VARCHAR    address
-- column note_en     VARCHAR    what to know, English
-- column note_fr     VARCHAR    what to know, French
-- column event_id    VARCHAR    stable id
-- key    event_id
select
    happened_on,
    first_day,
    last_day,
    app_list as apps,
    country,
    kind,
    title_en,
    title_fr,
    publisher,
    url,
    note_en,
    note_fr,
    event_id
from events
where
    country in ($country::varchar, 'world')
    and list_has_any(app_list, $apps::varchar[])
    and last_day >= $since::date
    and first_day <= $until::date
order by first_day, event_id
