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
