-- Dates that a source cut to a month or a year, as the days they may mean.
create macro first_day(iso) as
case length(iso)
    when 4 then (iso || '-01-01')::date
    when 7 then (iso || '-01')::date
    else iso::date
end;

create macro final_day(iso) as
case length(iso)
    when 4 then (iso || '-12-31')::date
    when 7 then last_day((iso || '-01')::date)
    else iso::date
end;

-- The unit of the last digit that is not zero: 100,000 for 2,600,000.
create macro last_unit(value) as
10 ** (
    length(value::bigint::varchar) - length(rtrim(value::bigint::varchar, '0'))
);

-- A number cut to two digits after rounding: 18,000,000 for 18,376,000.
create macro two_digits(value) as
if(value > 0, round(value / 10 ** (floor(log10(value)) - 1)) * 10 ** (floor(log10(value)) - 1), value);

-- The least and the greatest number that a rounded one may stand for: half a unit of its last
-- digit either way. Below 1,000,000 the next number of one digit is 900,000, so half of that step.
create macro rounded_low(value) as
value - if(value = last_unit(value), last_unit(value) / 20, last_unit(value) / 2);

create macro rounded_high(value) as value + last_unit(value) / 2;

-- Whether all that is counted on one platform in one area is counted in another, too.
create macro part_of(platform, area, whole_platform, whole_area) as
whole_platform in ('all', platform)
and (whole_area in ('world', area) or list_contains(string_split(whole_area, '+'), area));

-- What differs between a launch and the race it is shown in.
create macro race_of(same_platform, same_area) as
if(same_area, if(same_platform, 'same', 'platform'), if(same_platform, 'place', 'both'));

-- The day from `first_one` to `last_one` that is nearest to `day`.
create macro nearest_to(day, first_one, last_one) as greatest(first_one, least(last_one, day));

-- Claims of one number, read together in one source, from one counter: the points of one series.
create macro series_of(platform, area, stated_by, source_id) as
concat_ws(' | ', platform, area, stated_by, source_id);

-- The least and the greatest number that a claim can mean, by its qualifier.
create macro least_of(qualifier, value) as
if(qualifier in ('exact', 'at_least') or value is null, value, greatest(rounded_low(value), 0));

create macro most_of(qualifier, value) as
case qualifier
    when 'at_least' then null
    when 'exact' then value
    else rounded_high(value)
end;

-- How far that is, as a number to order by; of two days as far, the earlier comes first.
create macro off_by(day, first_one, last_one) as
2 * abs(nearest_to(day, first_one, last_one) - day) + (nearest_to(day, first_one, last_one) > day)::integer;

-- The statement that a claim rests on; a claim that repeats nobody is its own.
create macro statement_of(rests_on, claim_id) as coalesce(nullif(rests_on, ''), claim_id);

-- Whether a floor, which holds from a day on, lies above a ceiling, which holds until a day.
create macro surely_above(low, from_day, high, until_day) as low > high and from_day <= until_day;

-- Whether a count is so far above a number that its day only says when somebody first published a count:
-- three times the number or more.
create macro first_count(value, goal) as value >= 3 * goal;

-- What became of a rank since an earlier snapshot, where `depth_before` is null without one. An app that is
-- outside one of the lists may hide below its end.
create macro move_of(rank, depth, rank_before, depth_before) as
case
    when depth_before is null or (rank is null and rank_before is null) then null
    when rank_before is null then if(rank <= depth_before, 'new', 'unseen_before')
    when rank is null then if(rank_before <= depth, 'left', 'unseen_after')
    when rank < rank_before then 'climbed'
    when rank > rank_before then 'fell'
    else 'stayed'
end;
