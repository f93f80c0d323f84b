-- The events of one app in one country on the days from `first_one` to `last_one`, and its release in that
-- country's store: of several sources of one day the best. A source that gives only the month of what
-- others date to the day says nothing more of it.
create macro story_events(in_app, in_country, first_one, last_one) as table
    with dated as (
        select
            kind as lane,
            columns(['first_day', 'last_day', 'publisher', 'tier', 'title_en', 'title_fr', 'url']),
            event_id as claim_id
        from events
        where list_contains(app_list, in_app) and country in (in_country, 'world')
        union all by name
        select
            basis as lane,
            columns(['first_day', 'last_day', 'publisher', 'tier', 'url']),
            launch_id as claim_id
        from launches
        where app = in_app and scope = in_country and basis = 'store_release'
    ),

    near as (
        select
            *,
            if(first_day = last_day, 'day', 'month') as precision,
            bool_or(first_day = last_day) over (partition by lane) as any_exact,
            (count(*) over (partition by lane, first_day, last_day))::integer as copies
        from dated
        where last_day >= first_one and first_day <= last_one
    )

    select * exclude (any_exact)
    from near
    where precision = 'day' or not any_exact
    qualify row_number() over (partition by lane, first_day, last_day order by tier, claim_id) = 1
