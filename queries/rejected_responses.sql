-- What the collector asked for in its last thirty days and could not take, and why.
--
-- column asked_at      TIMESTAMP  when it was asked for, UTC
-- column collection    VARCHAR    which source was asked
-- column reason        VARCHAR    code of the fault
-- column country       VARCHAR    ISO 3166 code, lower case; null where it does not apply
-- column chart         VARCHAR    code; null where it does not apply
-- column category      VARCHAR    code; null where it does not apply
-- column outcome       VARCHAR    refused or unreached
-- column detail        VARCHAR    the fault in numbers or names
-- column tries         INTEGER    times asked
-- column subject       VARCHAR    ids or article asked for; null where it does not apply
-- column url           VARCHAR    address asked
-- column answer_bytes  BIGINT     size of the raw answer [bytes]
-- column answer_sha256 VARCHAR    digest of the raw answer; null where there is none
-- key    asked_at, url
select
    asked_at,
    collection,
    reason,
    nullif(country, '') as country,
    nullif(chart, '') as chart,
    nullif(category, '') as category,
    outcome,
    detail,
    tries,
    nullif(subject, '') as subject,
    url,
    answer_bytes,
    nullif(answer_sha256, '') as answer_sha256
from attempts
where
    outcome in ('refused', 'unreached')
    and ingested_at > (select max(latest.ingested_at) from attempts as latest) - interval 30 day
order by asked_at desc, url
