-- Each reading of one chart that tells of two of the apps `among`: who stood higher, by how much.
-- `higher`: 1 the app, -1 the rival, 0 both below the cut-off. `speaks`: the last of its day that tells.
create macro duels(in_country, in_store, in_chart, in_category, among, first_one, last_one) as table
    with chosen as (
        select *
        from chart_states(in_store, in_chart, in_category, first_one, last_one)
        where country = in_country and list_contains(among, app)
    ),

    common as (
        select
            one.*,
            other.app as rival,
            other.rank - one.rank as gap,
            sign(coalesce(other.rank, 10000) - coalesce(one.rank, 10000)) as higher
        from chosen as one
        inner join chosen as other using (observed_at, collection)
        where one.app <> other.app
    )

    select
        *,
        higher <> 0 as tells,
        higher <> lag(higher) over in_time as turns,
        row_number() over (
            partition by app, rival, day, higher = 0
            order by observed_at desc, collection desc
        ) = 1 as speaks
    from common
    window in_time as (partition by app, rival, higher = 0 order by observed_at, collection)
