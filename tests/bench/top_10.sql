-- Days in the first ten, in every country: the question that asks most of a year.
select
    country,
    app,
    count(distinct day)::integer as days
from chart_rank_states($store::varchar, $chart::varchar, $category::varchar, $since::date, $until::date)
where rank <= 10 and list_contains($apps::varchar[], app)
group by all
