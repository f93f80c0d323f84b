-- The bounds counted from each choice of day 0: as the press counts, or from a platform's launch.
-- An app without a launch on that platform stays with the press's day.
select
    choices.day0,
    bounds.* replace (
        coalesce(chosen.first_day, bounds.day_zero) as day_zero,
        coalesce(chosen.launch_id, bounds.launch_id) as launch_id,
        bounds.earliest_day + (bounds.day_zero - coalesce(chosen.first_day, bounds.day_zero)) as earliest_day,
        bounds.latest_day + (bounds.day_zero - coalesce(chosen.first_day, bounds.day_zero)) as latest_day
    )
from bounds
cross join (values ('press'), ('web'), ('ios'), ('android')) as choices (day0)
left join day_zero as chosen
    on bounds.app = chosen.app and choices.day0 = chosen.platform
