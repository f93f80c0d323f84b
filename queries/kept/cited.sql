-- What stands with a claim of its source.
select
    source_id,
    url,
    title as source_title,
    publisher,
    published_on
from sources
