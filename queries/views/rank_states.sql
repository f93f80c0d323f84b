-- Each followed app in each reading: ranked, or below the cut-off.
-- A reading that kept assistants alone says nothing of an absent benchmark, and one that kept chosen
-- apps says nothing of an app that has no row in it; a row without a place says that it was below.
select
    readings.* exclude (apps, ranks, places),
    tracked.app,
    readings.ranks[list_position(readings.apps, tracked.app)] as rank,
    if(rank is null, 'below', 'ranked') as state
from chart_readings as readings
inner join tracked_days as tracked
    on readings.store = tracked.store and readings.day between tracked.since and tracked.until
inner join catalog_apps on tracked.app = catalog_apps.app
where
    readings.scope = 'all'
    or (readings.scope = 'assistants' and catalog_apps.kind = 'assistant')
    or list_contains(readings.apps, tracked.app)
