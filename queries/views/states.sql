-- Each followed app in each reading: ranked, or below the cut-off.
-- A reading that kept assistants alone says nothing of an absent benchmark, and one that kept chosen
-- apps says nothing of an app that has no row in it; a row without a place says that it was below.
select
    readings.* exclude (apps, ranks, places),
    followed.app,
    readings.ranks[list_position(readings.apps, followed.app)] as rank,
    if(rank is null, 'below', 'ranked') as state
from readings
inner join followed
    on readings.store = followed.store and readings.day between followed.since and followed.until
inner join catalog_apps on followed.app = catalog_apps.app
where
    readings.scope = 'all'
    or (readings.scope = 'assistants' and catalog_apps.kind = 'assistant')
    or list_contains(readings.apps, followed.app)
