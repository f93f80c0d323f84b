-- What each chosen app offers and costs, one dated claim a row.
--
-- param  apps        VARCHAR[]  catalogue codes
-- param  country     VARCHAR    storefront; claims about the world come with it
--
-- column feature     VARCHAR  code of the feature
-- column app         VARCHAR  catalogue code
-- column scope       VARCHAR  storefront or area
-- column as_of       VARCHAR  when it was so, as exact as the source gives it; null if undated
-- column value_en    VARCHAR  what is claimed, English
-- column value_fr    VARCHAR  what is claimed, French
-- column publisher   VARCHAR  where it was read
-- column tier        INTEGER  evidence of the source, 1 is best
-- column url         VARCHAR  address
-- column conflict_en VARCHAR  disagreement this claim is part of, English
-- column conflict_fr VARCHAR  disagreement this claim is part of, French
-- column note_en     VARCHAR  what to know, English
-- column note_fr     VARCHAR  what to know, French
-- column shown       BOOLEAN  whether it is the newest that names its source, newer and unnamed, or disputed
-- column claim_id    VARCHAR  stable id
-- key    claim_id
select
    feature,
    app,
    scope,
    as_of,
    value_en,
    value_fr,
    publisher,
    tier,
    url,
    conflict_en,
    conflict_fr,
    note_en,
    note_fr,
    conflict_en is not null
    or row_number() over one_kind = 1
    and (
        tier < 4
        or not coalesce(
            max(final_day(as_of)) filter (where tier < 4) over one_cell >= final_day(as_of)
            or final_day(as_of) is null and bool_or(tier < 4) over one_cell,
            false
        )
    )
        as shown,
    claim_id
from features
where
    list_contains($apps::varchar[], app)
    and scope in ($country::varchar, 'world')
window
    one_cell as (partition by app, feature),
    one_kind as (
        partition by app, feature, tier = 4
        order by final_day(as_of) desc nulls last, scope = $country::varchar desc, tier, claim_id
    )
order by feature, app, as_of nulls first, claim_id
