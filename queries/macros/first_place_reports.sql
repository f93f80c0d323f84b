-- The reports of first place in one chart, in entries: reports of one app that their sources are known to
-- date differently, or whose days lie within a week of each other. `entry_first` is null where the days of
-- one of them have no beginning.
create macro first_place_reports(
    in_country, in_store, in_chart, in_category, among, first_one, last_one
) as table
    with reports as (
        select
            *,
            coalesce(nullif(conflict_id, ''), claim_id) as disagreement
        from chart_reports(in_country, in_store, in_chart, in_category, among, first_one, last_one)
        where rank = 1
    ),

    spans as (
        select
            app,
            disagreement,
            min(coalesce(first_day, last_day)) as opens,
            max(last_day) as closes
        from reports
        group by app, disagreement
    ),

    apart as (
        select
            *,
            coalesce(
                opens > 7 + max(closes) over (
                    partition by app
                    order by opens, closes, disagreement
                    rows between unbounded preceding and 1 preceding
                ),
                false
            ) as begins
        from spans
    ),

    entries as (
        select
            app,
            disagreement,
            (sum(begins::integer) over (partition by app order by opens, closes, disagreement))::integer
                as entry
        from apart
    )

    select
        reports.*,
        entries.entry,
        if(count(first_day) over entire = count(*) over entire, min(first_day) over entire, null)
            as entry_first,
        max(last_day) over entire as entry_last
    from reports
    inner join entries using (app, disagreement)
    window entire as (partition by reports.app, entries.entry)
