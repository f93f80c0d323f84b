-- Each day of one chart with a snapshot that tells of two of the apps `among`: who stood higher in the
-- last of them, by how much. `higher`: 1 the app, -1 the rival, 0 both outside the list, which compares
-- nothing. `of_day`: snapshots of that day that tell of both. `is_lead_change`: another order than on the
-- last day before it that compares them.
create macro head_to_head_days(
    in_country, in_store, in_chart, in_category, among, first_one, last_one
) as table
    with chosen as (
        select *
        from chart_rank_states(in_store, in_chart, in_category, first_one, last_one)
        where country = in_country and list_contains(among, app)
    ),

    common as (
        select
            app_state.*,
            rival_state.app as rival,
            rival_state.rank - app_state.rank as gap,
            sign(coalesce(rival_state.rank, 10000) - coalesce(app_state.rank, 10000)) as higher
        from chosen as app_state
        inner join chosen as rival_state using (observed_at, collection)
        where app_state.app <> rival_state.app
    ),

    days as (
        select
            *,
            count(*) over (partition by app, rival, day) as of_day
        from common
        qualify
            row_number() over (partition by app, rival, day order by observed_at desc, collection desc) = 1
    )

    select
        *,
        higher <> 0 as is_decisive,
        higher <> lag(higher) over (partition by app, rival, higher = 0 order by day) as is_lead_change
    from days
