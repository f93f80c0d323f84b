-- How many people used an app or all of them in one area; `is_total`: all of them. `copy` numbers the
-- claims of one count by one measurer, the best evidence first, then the more exact; where nobody names
-- the measurer each claim is its own. Numbers that two digits tell apart are two counts. `evidence_rank` 1
-- is an app's best evidence, the newest of it (all that end on that day), and 2 what is newer and weaker.
create macro audience_statements(in_area, first_one, last_one) as table
    with numbered as (
        select
            milestones.*,
            catalog_apps.kind = 'market' as is_total,
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
            milestones.scope = in_area
            and milestones.metric in ('mau', 'wau', 'dau', 'usage_share')
            and milestones.end_last between first_one and last_one
    ),

    ranked as (
        select
            *,
            rank() over (
                partition by app, metric
                order by
                    copy > 1,
                    tier,
                    end_last desc
            ) as strength,
            min(tier) over of_app as best_tier,
            arg_min(end_last, (tier, -epoch(end_last))) over of_app as best_day
        from numbered
        window of_app as (partition by app, metric)
    )

    select
        * exclude (strength, best_tier, best_day),
        case
            when strength = 1 then 1
            when copy = 1 and tier > best_tier and end_last = max(end_last) filter (where copy = 1) over (
                partition by app, metric
            ) and end_last > best_day then 2
        end as evidence_rank
    from ranked
