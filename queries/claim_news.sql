-- Claims about one country or the world that came after the first ones of their kind.
--
-- param  country VARCHAR    storefront, ISO 3166 code, lower case
--
-- column dataset   VARCHAR    launches, milestones, reported_ranks, events or features
-- column claim_id  VARCHAR    stable id
-- column apps      VARCHAR    catalogue codes, apart by semicolons
-- column scope     VARCHAR    storefront or area
-- column happened  VARCHAR    date as exact as the source gives it; null if undated
-- column says_en   VARCHAR    the claim in figures or words, English
-- column says_fr   VARCHAR    the claim in figures or words, French
-- column value     DOUBLE     the number of a milestone; null of other claims
-- column unit      VARCHAR    what it counts; null of other claims
-- column rank      INTEGER    the place of a reported rank [place]; null of other claims
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
    claims.says_en,
    coalesce(claims.title_fr, claims.says_en) as says_fr,
    claims.value,
    claims.unit,
    claims.rank,
    claims.publisher,
    claims.url,
    births.known_at
from every_claim as claims
inner join claim_births as births using (dataset, claim_id)
where
    not births.first_of_all
    and (claims.scope = 'world' or list_contains(string_split(claims.scope, '+'), $country::varchar))
order by births.known_at, claims.dataset, claims.claim_id
