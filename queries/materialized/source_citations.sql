-- The columns of a source that go with each of its claims.
select
    source_id,
    url,
    title as source_title,
    publisher,
    tier,
    published_on
from sources
