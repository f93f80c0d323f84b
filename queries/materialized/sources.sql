-- The sources as the newest ingest left them; `tier` from 1, who measured or stated, to 4, a page that
-- names no newsroom. Sources recorded before the tiers were count as press, all alike.
select
    raw.* replace (
        list_position(['measured', 'quoted', 'press', 'unnamed'], coalesce(raw.tier, 'press')) as tier
    )
from newest_ingest('raw_sources') as raw
