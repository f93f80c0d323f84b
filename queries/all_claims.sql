-- Every claim held, of whatever kind, with its source.
--
-- column dataset    VARCHAR  launches, milestones, reported_ranks, events or features
-- column claim_id   VARCHAR  stable id
-- column apps       VARCHAR  catalogue codes
-- column scope      VARCHAR  storefront or area
-- column happened   VARCHAR  date as exact as the source gives it; null if undated
-- column says_en    VARCHAR  the claim in figures or words, English
-- column says_fr    VARCHAR  the claim in figures or words, French
-- column publisher  VARCHAR  where it was read
-- column url        VARCHAR  address
-- column note_en    VARCHAR  what to know, English
-- column note_fr    VARCHAR  what to know, French
-- key    dataset, claim_id
select
    dataset,
    claim_id,
    apps,
    scope,
    happened,
    says_en,
    coalesce(title_fr, says_en) as says_fr,
    publisher,
    url,
    note_en,
    note_fr
from every_claim
order by dataset, apps, happened nulls first, claim_id
