-- How many people used an app or all of them in one place; `whole`: all of them. `copy` numbers the
-- claims of one count by one measurer, the best evidence first, then the more exact; where nobody names
-- the measurer each claim is its own. Numbers that two digits tell apart are two counts. `place` 1 is an
-- app's best evidence, the newest of it (all that end on that day), and 2 what is newer and weaker.
create macro audience_statements(in_place, first_one, last_one) as table
    with numbered as (
        select
            milestones.*,
            catalog_apps.kind = 'market' as whole,
            row_number() over (
                partition by
                    milestones.app, metric, unit, platform, population, period_start, period_end,
                    two_digits(milestones.value),
                    coalesce(nullif(rests_on, ''), if(stated_by = 'unnamed', claim_id, stated_by))
                order by tier, last_unit(milestones.value), claim_id
            ) as copy
        from milestones
        inner join catalog_apps using (app)
        where
            milestones.scope = in_place
            and milestones.metric in ('mau', 'wau', 'dau', 'usage_share')
            and milestones.end_last between first_one and last_one
    ),

    placed as (
        select
            *,
            rank() over (
                partition by app, metric
                order by
                    copy > 1,
                    tier,
                    end_last desc
            ) as strength,
            min(tier) over one as best_tier,
            arg_min(end_last, (tier, -epoch(end_last))) over one as best_day
        from numbered
        window one as (partition by app, metric)
    )

    select
        * exclude (strength, best_tier, best_day),
        case
            when strength = 1 then 1
            when copy = 1 and tier > best_tier and end_last = max(end_last) filter (where copy = 1) over (
                partition by app, metric
            ) and end_last > best_day then 2
        end as place
    from placed
