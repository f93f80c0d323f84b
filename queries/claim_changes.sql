-- Claims about one country or the world that came after the first ones of their kind, copies once.
--
-- param  country VARCHAR    storefront, ISO 3166 code, lower case
--
-- column dataset   VARCHAR    launches, milestones, reported_ranks, events or features
-- column claim_id  VARCHAR    stable id
-- column apps      VARCHAR    catalogue codes, apart by semicolons
-- column scope     VARCHAR    storefront or area
-- column happened  VARCHAR    date as exact as the source gives it; null if undated
-- column first_day DATE       first day of a reported rank; null where unknown, and of other claims
-- column last_day  DATE       last day of a reported rank; null of other claims
-- column precision VARCHAR    how the source gives the day of a reported rank; null of other claims
-- column says_en   VARCHAR    the claim in figures or words, English
-- column says_fr   VARCHAR    the claim in figures or words, French
-- column value     DOUBLE     the number of a milestone; null of other claims
-- column unit      VARCHAR    what it counts; null of other claims
-- column rank      INTEGER    the place of a reported rank [place]; null of other claims
-- column stated_by VARCHAR    who stated or measured it; null where the page alone is named
-- column publisher VARCHAR    where it was read
-- column url       VARCHAR    address
-- column known_at  TIMESTAMP  when it was first taken in, UTC
-- key    dataset, claim_id
select
    claims.dataset,
    claims.claim_id,
    claims.apps,
    claims.scope,
    claims.happened,
    if(claims.rank is null, null, claims.first_day) as first_day,
    if(claims.rank is null, null, claims.last_day) as last_day,
    claims.precision,
    claims.says_en,
    coalesce(claims.title_fr, claims.says_en) as says_fr,
    claims.value,
    claims.unit,
    claims.rank,
    claims.stated_by,
    claims.publisher,
    claims.url,
    first_seen.known_at
from every_claim as claims
inner join claim_first_seen as first_seen using (dataset, claim_id)
where claims.scope = 'world' or list_contains(string_split(claims.scope, '+'), $country::varchar)
-- A copy of what was known before is no news; of copies that come together the best evidence stands.
qualify
    not first_seen.first_of_all
    and row_number() over (
        partition by
            claims.dataset,
            claims.apps,
            claims.scope,
            claims.metric,
            claims.platform,
            claims.store,
            claims.chart,
            claims.category,
            claims.value,
            claims.rank,
            statement_of(claims.rests_on, claims.claim_id)
        order by first_seen.known_at, claims.tier nulls last, claims.claim_id
    ) = 1
order by first_seen.known_at, claims.dataset, claims.claim_id
