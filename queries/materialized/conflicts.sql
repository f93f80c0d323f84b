-- The conflicts as the newest ingest left them.
select raw.*
from newest_ingest('raw_conflicts') as raw
