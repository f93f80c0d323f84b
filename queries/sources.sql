-- Where claims were read, and how many rest on each.
--
-- column source_id    VARCHAR  stable id
-- column publisher    VARCHAR  who published it
-- column tier         INTEGER  evidence: 1, who measured or stated, to 4, a page that names nobody
-- column title        VARCHAR  title of the page
-- column published_on VARCHAR  as exact as known
-- column url          VARCHAR  address
-- column recorded_on  DATE     when it was recorded here
-- column claims       INTEGER  claims that name it
-- key    source_id
with named as (
    select source_id from launches
    union all
    select source_id from milestones
    union all
    select source_id from reported_ranks
    union all
    select source_id from events
    union all
    select source_id from features
)

select
    sources.source_id,
    sources.publisher,
    sources.tier,
    sources.title,
    sources.published_on,
    sources.url,
    sources.recorded_on,
    count(named.source_id)::integer as claims
from sources
left join named using (source_id)
group by all
order by claims desc, sources.source_id
