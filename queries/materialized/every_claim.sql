-- Every claim of any kind, with its source.
select
    'launches' as dataset,
    platform as says_en,
    * rename (launch_id as claim_id, app as apps, launched_on as happened)
from launches
union all by name
select
    'milestones' as dataset,
    format('{:,.15g} {}', value, unit) as says_en,
    * rename (app as apps, period_end as happened)
from milestones
union all by name
select
    'reported_ranks' as dataset,
    format('{} {}', rank, chart) as says_en,
    last_day::varchar as happened,
    * rename (app as apps, country as scope)
from reported_ranks
union all by name
select
    'events' as dataset,
    * rename (event_id as claim_id, happened_on as happened, country as scope, title_en as says_en)
from events
union all by name
select
    'features' as dataset,
    value_fr as title_fr,
    * rename (app as apps, as_of as happened, value_en as says_en)
from features
