-- What stands with a claim of its source.
select
    source_id,
    url,
    title as source_title,
    publisher,
    tier,
    published_on
from sources
