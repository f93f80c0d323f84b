-- How many people used an app or all of them in one place, each statement once; `whole`: all of them.
create macro audiences(in_place, first_one, last_one) as table
    select
        milestones.*,
        catalog_apps.kind = 'market' as whole
    from milestones
    inner join catalog_apps using (app)
    where
        milestones.scope = in_place
        and milestones.metric in ('mau', 'wau', 'dau', 'usage_share')
        and milestones.end_last between first_one and last_one
    qualify
        row_number() over (
            partition by milestones.app, milestones.metric, milestones.value, statement_of(rests_on, claim_id)
            order by milestones.claim_id
        ) = 1
